/// A failure to write a synthetic tenant.
public struct SampleError: Error, Equatable, Sendable, CustomStringConvertible {
    /// What went wrong, to switch on.
    public struct Code: Equatable, Sendable {
        private enum Kind: Equatable, Sendable {
            case cannotCreateDirectory, cannotWriteFile
        }

        private let kind: Kind

        /// The folder does not exist and cannot be created.
        public static let cannotCreateDirectory = Code(kind: .cannotCreateDirectory)
        /// A file cannot be created or written.
        public static let cannotWriteFile = Code(kind: .cannotWriteFile)
    }

    /// What went wrong.
    public let code: Code
    /// The folder or file concerned.
    public let path: String
    /// The operating system's reason.
    public let reason: String

    /// What failed, where and why, in one sentence.
    public var description: String {
        switch code {
        case .cannotCreateDirectory: "Folder '\(path)' cannot be created: \(reason)."
        default: "File '\(path)' cannot be written: \(reason)."
        }
    }

    static func cannotCreateDirectory(_ path: String, reason: String) -> SampleError {
        SampleError(code: .cannotCreateDirectory, path: path, reason: reason)
    }

    static func cannotWrite(_ path: String, reason: String) -> SampleError {
        SampleError(code: .cannotWriteFile, path: path, reason: reason)
    }
}
