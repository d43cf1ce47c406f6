import GRDB
import Synchronization

/// What one load keeps at hand from batch to batch: the ids of lookups and accounts that it met.
///
/// Memory is bounded whatever the size of the input. A session belongs to one warehouse and one load.
public final class LoadSession: Sendable {
    struct State: Sendable {
        var caches = LookupCaches()
        var accounts = LookupCache<AccountReference>(capacity: 65_536)
        var appHosts: [LookupKey: Int64] = [:]
        /// The version of the file, and the changes made through its connection, when the state was last in use.
        var dataVersion: Int64?
        var changesCount: Int?
    }

    private let state = Mutex<State?>(State())

    /// Creates a session that knows nothing yet.
    public init() {}

    /// Hands the state out; what a failed transaction learned is forgotten with it.
    func take() -> State {
        state.withLock { state in
            let taken = state ?? State()
            state = nil
            return taken
        }
    }

    func giveBack(_ newState: State) { state.withLock { $0 = newState } }
}

extension UsageWarehouse {
    /// Runs one batch of a load in one transaction: all of it is stored, or nothing.
    ///
    /// When `body` returns, everything that follows from the new rows (persons, turns, spans, covered days, roll-ups)
    /// is brought up to date within the same transaction.
    ///
    /// - Parameters:
    ///   - session: What the load has at hand from batch to batch.
    ///   - trustsReferences: Whether SQLite may take the ids that the batch refers to on trust. They come from lookups
    ///     of the same transaction; checking each takes a quarter of the time of a load of interactions.
    ///   - body: Stores the batch.
    /// - Throws: What `body` throws, or ``StoreError``; the warehouse is then as it was before.
    public func load<Result: Sendable>(
        _ session: LoadSession,
        trustsReferences: Bool = false,
        _ body: @Sendable (LoadTransaction) throws -> Result
    ) async throws -> Result {
        do {
            return try await writer.writeWithoutTransaction { db in
                let scale = try LoadScale(db)
                try scale.fitPageCache(db)
                if trustsReferences { try db.execute(sql: "pragma foreign_keys = off") }
                // Within a transaction the pragma does nothing; here none is open any more.
                defer { if trustsReferences { try? db.execute(sql: "pragma foreign_keys = on") } }
                return try db.settledTransaction(session, scale, body)
            }
        } catch {
            throw StoreError.wrapping(error, file: path)
        }
    }
}

extension Database {
    /// Runs one batch and all that follows from it in one transaction.
    fileprivate func settledTransaction<Result>(
        _ session: LoadSession,
        _ scale: LoadScale,
        _ body: (LoadTransaction) throws -> Result
    ) throws -> Result {
        var result: Result?
        try inTransaction(.immediate) {
            let transaction = try LoadTransaction(self, state: session.take(), scale: scale)
            let stored = try body(transaction)
            try transaction.settle()
            transaction.state.changesCount = totalChangesCount
            session.giveBack(transaction.state)
            result = stored
            return .commit
        }
        guard let result else { throw StoreError(.sqlite, "The transaction ended without a result.") }
        return result
    }
}
