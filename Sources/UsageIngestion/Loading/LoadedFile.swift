import UsageFormats

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Where a file comes from, and how to open it.
struct LoadedFile: Sendable {
    /// The path as given; `-` is standard input.
    let path: String

    /// Last part of the path.
    var name: String {
        path.split(separator: "/").last.map(String.init) ?? path
    }

    var isStandardInput: Bool { path == "-" }

    /// Whether it gives the same bytes when it is opened again, as a pipe does not.
    var isRepeatable: Bool {
        var status = stat()
        return !isStandardInput && stat(path, &status) == 0 && (status.st_mode & S_IFMT) == S_IFREG
    }

    func open() throws -> ByteInput {
        do {
            return isStandardInput ? .standardInput : try .file(path: path)
        } catch {
            throw IngestionError.notReadable(file: name, error)
        }
    }

    func recognise(_ format: InputFormat?) throws -> RecognisedFile {
        try FormatRecogniser(file: name, declaredFormat: format).recognise(try open())
    }
}
