public import GRDB
import SQLiteDefence
import UsageSchema

/// A warehouse file: everything that Microsoft 365 tells about Copilot use, normalized, in one SQLite database.
///
/// Opening creates the file, or migrates an older one in one transaction; a file that a newer version wrote is refused.
/// The value may be used from any thread or task. Reads see a consistent snapshot and are never blocked by a load;
/// writes are serialised, within this process and between processes.
public final class UsageWarehouse: Sendable {
    /// The path of the file, as given; `:memory:` for a warehouse that lives in memory.
    public let path: String

    let writer: any DatabaseWriter

    /// The file that stood at the path when it was opened; nil in memory.
    let openedFile: OpenedFile?

    struct OpenedFile: Sendable {
        /// Absolute, without links.
        let path: String
        let identity: FileMode.Identity
    }

    /// How long a writer waits for another one, in seconds.
    static let longestWait: Double = 30

    /// Marks a file as a warehouse: "COPU" in ASCII.
    static let applicationID: Int64 = 0x434F_5055

    /// Opens a warehouse, creating or migrating the file where needed.
    ///
    /// A file from others is input: its header and the text of its schema are compared with what this library makes
    /// before any of its tables and views is used. ``verify(keeping:progress:)`` checks its pages and values.
    ///
    /// - Parameter path: The database file. Its folder must exist. A file of zero bytes is a new one.
    /// - Throws: ``StoreError`` with code `notAWarehouse` for a file of another program, `newerSchema` for a file of
    ///   a newer version, `foreignSchema` for one that holds more or something else than a warehouse does, `damaged` for
    ///   one that is cut off, `openFailed` where the file system refuses.
    public convenience init(at path: String) throws { try self.init(at: path, waiting: Self.longestWait) }

    /// - Parameter seconds: How long to wait for another writer.
    convenience init(at path: String, waiting seconds: Double) throws {
        let existed = FileMode.exists(path)
        do {
            if existed { try Self.checkOrigin(at: path) } else { try FileMode.createPrivate(path) }
            let pool = try DatabasePool(path: path, configuration: Self.configuration(waiting: seconds))
            try self.init(path: path, writer: pool)
        } catch {
            throw StoreError.wrapping(error, file: path)
        }
    }

    /// Opens a new, empty warehouse in memory; it is gone with the value.
    public static func inMemory() throws -> UsageWarehouse {
        let path = ":memory:"
        do {
            return try UsageWarehouse(path: path, writer: DatabaseQueue(configuration: configuration()))
        } catch {
            throw StoreError.wrapping(error, file: path)
        }
    }

    private init(path: String, writer: any DatabaseWriter) throws {
        self.path = path
        self.writer = writer
        if writer is DatabasePool, let file = FileMode.resolved(path), let identity = FileMode.identity(of: file) {
            openedFile = OpenedFile(path: file, identity: identity)
        } else {
            openedFile = nil
        }
        try writer.writeWithoutTransaction { db in try Migrator(file: path).migrate(db) }
    }

    /// Refuses files of other programs before anything, even the journal mode, is changed in them.
    private static func checkOrigin(at path: String) throws {
        var configuration = configuration()
        configuration.readonly = true
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        try queue.read { db in try Migrator(file: path).checkOrigin(db) }
        try queue.close()
    }

    /// Closes the file; later calls fail.
    ///
    /// A value that goes out of scope closes its file too.
    public func close() throws { try writer.close() }

    /// The database's reader, for programs that use GRDB themselves.
    public var databaseReader: any DatabaseReader { writer }

    private static func configuration(waiting seconds: Double = longestWait) -> Configuration {
        var configuration = Configuration()
        configuration.label = "copilot-usage"
        configuration.busyMode = .timeout(seconds)
        configuration.maximumReaderCount = 4
        configuration.prepareDatabase { db in
            try db.execute(sql: "pragma synchronous = normal")
            try db.execute(sql: "pragma cache_size = -32000")
            try db.execute(sql: "pragma wal_autocheckpoint = 4000")
            try db.execute(sql: "pragma cell_size_check = on")
            guard sqlite_defend(db.sqliteConnection) == 0 else {
                throw StoreError(.sqlite, "SQLite has no defensive mode; expected version 3.40 or newer.")
            }
        }
        return configuration
    }
}
