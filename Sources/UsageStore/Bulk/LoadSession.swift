import GRDB
import Synchronization

/// What one load keeps at hand from batch to batch: the ids of lookups and accounts that it met.
///
/// Memory is bounded whatever the size of the input. A session belongs to one warehouse and one load.
public final class LoadSession: Sendable {
    struct State: Sendable {
        var caches = LookupCaches()
        var accounts = GenerationalCache<LookupKey, AccountReference>(capacity: 65_536)
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
    /// - Throws: What `body` throws, or ``StoreError``; the warehouse is then as it was before.
    public func load<Result: Sendable>(
        _ session: LoadSession,
        _ body: @Sendable (LoadTransaction) throws -> Result
    ) async throws -> Result {
        do {
            return try await writer.write { db in
                let transaction = try LoadTransaction(db, state: session.take())
                let result = try body(transaction)
                try transaction.settle()
                transaction.state.changesCount = db.totalChangesCount
                session.giveBack(transaction.state)
                return result
            }
        } catch {
            throw StoreError.wrapping(error, file: path)
        }
    }
}
