/// A file that several rows are gathered for before each system call.
final class RouteFile {
    /// What waits to be written.
    var output: ByteBuffer
    private let name: String
    private var file: OutputFile

    /// Creates the file inside a folder that exists.
    init(_ name: String, in directory: String) throws(SampleError) {
        self.name = name
        file = try OutputFile(path: "\(directory)/\(name)")
        output = ByteBuffer(capacity: 4096)
    }

    /// Writes what waits when it is worth a system call.
    func writeIfFull() throws(SampleError) {
        if output.bytes.count >= OutputFile.bufferSize { try file.write(&output) }
    }

    /// Writes what waits; the file is complete.
    func finish() throws(SampleError) -> SampleFiles.File {
        try file.write(&output)
        return SampleFiles.File(name: name, path: file.path, byteCount: file.byteCount)
    }
}

/// A route of one file.
final class FileRoute: AuditRoute {
    private let format: SampleFormat
    private let name: String
    private let file: RouteFile
    private var rows: any AuditRowFormat
    private var truth = RouteTruth()

    /// Creates the file and writes its header.
    init(_ format: SampleFormat, _ name: String, in directory: String, _ rows: any AuditRowFormat) throws(SampleError) {
        self.format = format
        self.name = name
        self.rows = rows
        file = try RouteFile(name, in: directory)
        rows.appendHeader(to: &file.output)
    }

    func append(_ row: RenderedRow) throws(SampleError) {
        switch row.envelope.fate {
        case .rejected where !rows.holdsBrokenRows: truth.leftOut += 1
        case .duplicate where !rows.holdsDuplicates: truth.leftOut += 1
        default:
            rows.append(row, to: &file.output)
            truth.add(row.envelope.fate)
            try file.writeIfFull()
        }
    }

    func finish() throws(SampleError) -> [RouteResult] {
        rows.appendFooter(to: &file.output)
        truth.own = rows.ownCounts
        return [RouteResult(format: format, name: name, files: [try file.finish()], truth: truth)]
    }
}
