import GRDB

/// One transaction of a load: what a loader may do to the warehouse.
///
/// Valid only inside the closure that receives it.
public final class LoadTransaction {
    let db: Database
    var state: LoadSession.State
    var touched = TouchedFacts()

    private var lookupTables: [LookupTable?] = Array(repeating: nil, count: Lookup.all.count)
    private(set) lazy var interactionTables = Result { try InteractionTables(db) }
    private(set) lazy var accountTable = Result { try AccountTable(db) }

    init(_ db: Database, state: LoadSession.State) throws {
        self.db = db
        self.state = state
        // Another connection may have removed lookups that nothing refers to any more.
        let dataVersion = try Int64.fetchOne(db, sql: "pragma data_version")
        if self.state.dataVersion != dataVersion { self.state = LoadSession.State() }
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
        let id = try table.id(of: tuple())
        state.caches.remember(id, for: key, in: position)
        return id
    }
}
