#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A failure to open or read the bytes of an input.
public struct InputError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What went wrong.
    public struct Code: Hashable, Sendable {
        private enum Value {
            case notFound, notReadable, isDirectory, readFailed, endedEarly, changed
        }

        private let value: Value

        /// There is no file of that name.
        public static let notFound = Code(value: .notFound)

        /// The file exists and may not be read.
        public static let notReadable = Code(value: .notReadable)

        /// The path names a folder.
        public static let isDirectory = Code(value: .isDirectory)

        /// The system could not deliver the next bytes.
        public static let readFailed = Code(value: .readFailed)

        /// The file was written to while it was read.
        public static let changed = Code(value: .changed)

        /// The input has fewer bytes than the position that was asked for.
        public static let endedEarly = Code(value: .endedEarly)
    }

    /// What went wrong.
    public let code: Code

    /// The name of the input, usually a path.
    public let inputName: String

    /// The position in the decoded bytes at which it went wrong, where one is known.
    public let position: Int64?

    /// The system's error number, where the system reported one.
    public let systemError: Int32?

    /// A sentence that says which input could not be read, and why.
    public var description: String {
        let reason = systemError.flatMap { strerror($0).map { String(cString: $0) } }.map { ": \($0)" } ?? ""
        switch code {
        case .notFound:
            return "File '\(inputName)' does not exist."
        case .isDirectory:
            return "'\(inputName)' is a folder; expected a file."
        case .notReadable:
            return "File '\(inputName)' could not be opened\(reason)."
        case .changed:
            return "File '\(inputName)' was written to while it was read (\(position ?? 0) bytes of it); "
                + "expected it to stay as it is. Load it again when it is complete."
        case .endedEarly:
            return "'\(inputName)' ends before byte \(position ?? 0)."
        default:
            return "Reading '\(inputName)' failed after \(position ?? 0) bytes\(reason)."
        }
    }

    static func opening(_ path: String, systemError: Int32) -> InputError {
        let code: Code = systemError == ENOENT || systemError == ENOTDIR ? .notFound : .notReadable
        return InputError(code: code, inputName: path, position: nil, systemError: systemError)
    }

    static func directory(_ path: String) -> InputError {
        InputError(code: .isDirectory, inputName: path, position: nil, systemError: nil)
    }

    static func reading(_ name: String, at position: Int64, systemError: Int32) -> InputError {
        InputError(code: .readFailed, inputName: name, position: position, systemError: systemError)
    }

    static func changed(_ name: String, at position: Int64) -> InputError {
        InputError(code: .changed, inputName: name, position: position, systemError: nil)
    }

    static func endedEarly(_ name: String, before position: Int64) -> InputError {
        InputError(code: .endedEarly, inputName: name, position: position, systemError: nil)
    }
}
