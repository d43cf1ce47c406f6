/// The files of a synthetic tenant after they were written.
public struct SampleFiles: Equatable, Sendable {
    /// One written file.
    public struct File: Equatable, Sendable {
        /// The name inside the folder, with the name of a folder inside it before a slash.
        public let name: String
        /// The path, beginning with the folder as it was given.
        public let path: String
        /// The size in bytes.
        public let byteCount: Int
    }

    /// The folder that holds the files.
    public let directory: String
    /// The export of the audit log.
    public let auditLog: File
    /// The list of licence holders.
    public let licensedUsers: File
    /// The download of the directory.
    public let directoryUsers: File
    /// The files of the other formats.
    let others: [SampleFormat: [File]]
    /// What a load of the other files must give.
    public let truth: File

    /// All files: the audit log first, the truth last.
    public var files: [File] {
        SampleFormat.allCases.flatMap { files(of: $0) } + [truth]
    }

    /// The files of a format, in the order in which they were written; empty when it was not asked for.
    public func files(of format: SampleFormat) -> [File] {
        switch format {
        case .purviewAuditCSV: [auditLog]
        case .licensedUsersCSV: [licensedUsers]
        case .directoryUsersCSV: [directoryUsers]
        default: others[format] ?? []
        }
    }

    /// The path of a format's file, or of the folder of its files; nil when it was not asked for.
    public func path(of format: SampleFormat) -> String? {
        guard let file = files(of: format).first else { return nil }
        return format.folder.map { "\(directory)/\($0)" } ?? file.path
    }
}
