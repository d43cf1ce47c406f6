/// The files of a synthetic tenant after they were written.
public struct SampleFiles: Equatable, Sendable {
    /// One written file.
    public struct File: Equatable, Sendable {
        /// The name inside the folder.
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
    /// What a load of the other files must give.
    public let truth: File

    /// All files, the audit log first.
    public var files: [File] { [auditLog, licensedUsers, directoryUsers, truth] }
}
