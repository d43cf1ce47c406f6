import UsageFormats

/// Where a file comes from, and how to open it; it may be opened again, unless it is standard input.
struct LoadedFile: Sendable {
    /// The path as given; `-` is standard input.
    let path: String

    /// Last part of the path.
    var name: String {
        path.split(separator: "/").last.map(String.init) ?? path
    }

    var isStandardInput: Bool { path == "-" }

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
