/// What an erasure or a purge did.
public struct PrivacySummary: Sendable, Hashable {
    /// How many rows of a table it changed or removed.
    public struct TableCount: Sendable, Hashable {
        /// The table.
        public let table: String
        /// Rows changed or removed.
        public let rowCount: Int64
    }

    /// Its row in `privacy_actions`; nil when there was nothing to do.
    public let actionID: Int64?

    /// The tables that it touched, by name.
    public let counts: [TableCount]

    init(actionID: Int64?, counts: [String: Int64]) {
        self.actionID = actionID
        self.counts = counts.filter { $0.value > 0 }.map { TableCount(table: $0.key, rowCount: $0.value) }
            .sorted { $0.table < $1.table }
    }
}
