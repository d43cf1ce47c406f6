import GRDB

/// One transaction of a load: what a loader may do to the warehouse.
///
/// Valid only inside the closure that receives it.
public final class LoadTransaction {
    let db: Database
    var state: LoadSession.State
    var touched = TouchedFacts()
    var privacy: PrivacyRules

    /// Names and ids that turned out to be those of erased people.
    var learned: Set<String> = []

    private var lookupTables: [LookupTable?] = Array(repeating: nil, count: Lookup.all.count)
    private var preparedInteractionTables: InteractionTables?
    private var preparedAdminEventTables: AdminEventTables?
    private var preparedAccountTable: AccountTable?
    private var preparedReportTables: ReportTables?

    /// The newest conversation of the transactions before; `threads.id`.
    let newestKnownThread: Int64

    /// The app hosts where no user acts; nil before somebody asks.
    var passiveAppHosts: Set<Int64>?

    /// What the lists met list, and the list before each, by `snapshots.id`.
    var listKinds: [Int64: ListKind] = [:]
    var listsBefore: [Int64: Int64?] = [:]

    /// How many people a list may touch before they are resolved.
    var mostTouchedUsers = 20_000

    private let scale: LoadScale

    /// How many times its usual size a transaction may have: 1 in a small file, up to 4 in one of a gigabyte or more.
    public var sizeFactor: Int { scale.factor }

    init(_ db: Database, state: LoadSession.State, scale: LoadScale) throws {
        self.db = db
        self.scale = scale
        self.state = state
        newestKnownThread = try Int64.fetchOne(db, sql: "select max(id) from threads") ?? 0
        privacy = try PrivacyRules(db)
        // Another connection, or another load on this one, may have moved or removed what the state remembers.
        let dataVersion = try Int64.fetchOne(db, sql: "pragma data_version")
        if state.dataVersion != dataVersion || state.changesCount != db.totalChangesCount {
            self.state = LoadSession.State()
        }
        self.state.dataVersion = dataVersion
    }

    /// The id of a lookup row, from the load's cache, the table, or a new row.
    ///
    /// - Parameters:
    ///   - lookup: The lookup table.
    ///   - key: Hash of the row's identifying values.
    ///   - tuple: The row's values; asked for only when the id is not at hand.
    public func id(in lookup: Lookup, key: LookupKey, _ tuple: () throws -> LookupTuple) throws -> Int64 {
        let position = lookup.position
        if let id = state.caches.id(of: key, in: position) { return id }
        let table: LookupTable
        if let prepared = lookupTables[position] {
            table = prepared
        } else {
            table = try LookupTable(db, lookup)
            lookupTables[position] = table
        }
        let (id, isNew) = try table.id(of: stored(tuple()))
        if isNew, position == Lookup.agentReferences.position { touched.hasNewAgentReferences = true }
        state.caches.remember(id, for: key, in: position)
        return id
    }

    /// The tables of interactions, prepared at first use.
    func interactionTables() throws -> InteractionTables {
        if let tables = preparedInteractionTables { return tables }
        let tables = try InteractionTables(db)
        preparedInteractionTables = tables
        return tables
    }

    /// The tables of administrative events, prepared at first use.
    func adminEventTables() throws -> AdminEventTables {
        if let tables = preparedAdminEventTables { return tables }
        let tables = try AdminEventTables(db)
        preparedAdminEventTables = tables
        return tables
    }

    /// The table of accounts, prepared at first use.
    func accountTable() throws -> AccountTable {
        if let table = preparedAccountTable { return table }
        let table = try AccountTable(db)
        preparedAccountTable = table
        return table
    }

    /// The tables of reports, prepared at first use.
    func reportTables() throws -> ReportTables {
        if let tables = preparedReportTables { return tables }
        let tables = try ReportTables(db)
        preparedReportTables = tables
        return tables
    }

    /// Stores the rows that still wait in buffers.
    func flush() throws {
        try preparedInteractionTables?.flush()
        try preparedAdminEventTables?.flush()
        try preparedReportTables?.flush()
    }
}
