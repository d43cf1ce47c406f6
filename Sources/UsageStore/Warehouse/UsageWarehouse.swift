public import GRDB
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

    /// Marks a file as a warehouse: "COPU" in ASCII.
    static let applicationID: Int64 = 0x434F_5055

    /// Opens a warehouse, creating or migrating the file where needed.
    ///
    /// - Parameter path: The database file. Its folder must exist.
    /// - Throws: ``StoreError`` with code `notAWarehouse` for a file of another program, `newerSchema` for a file of
    ///   a newer version, `openFailed` where the file system refuses.
    public convenience init(at path: String) throws {
        let existed = FileMode.exists(path)
        do {
            if existed { try Self.checkOrigin(at: path) } else { try FileMode.createPrivate(path) }
            let pool = try DatabasePool(path: path, configuration: Self.configuration())
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

    private static func configuration() -> Configuration {
        var configuration = Configuration()
        configuration.label = "copilot-usage"
        configuration.busyMode = .timeout(30)
        configuration.maximumReaderCount = 4
        configuration.prepareDatabase { db in
            try db.execute(sql: "pragma synchronous = normal")
            try db.execute(sql: "pragma cache_size = -32000")
            try db.execute(sql: "pragma wal_autocheckpoint = 4000")
            try db.execute(sql: "pragma trusted_schema = off")
        }
        return configuration
    }
}
