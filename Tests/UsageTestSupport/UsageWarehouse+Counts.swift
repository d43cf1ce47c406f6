public import UsageStore

extension UsageWarehouse {
    /// The rows of a statement as texts, for comparing with literals; NULL is `null`.
    public func texts(_ sql: String) async throws -> [[String]] {
        try await rows(sql: sql).rows.map { row in
            row.map { value in
                switch value {
                case .null: "null"
                case .integer(let number): String(number)
                case .real(let number): String(number)
                case .text(let text): text
                case .blob(let bytes): "(\(bytes.count) bytes)"
                }
            }
        }
    }

    /// The counts of the loads, the oldest first: state, read, added, updated, duplicates, rejected, out of scope.
    public func ledger() async throws -> [[String]] {
        try await texts(
            """
            select state, read_count, added_count, updated_count, duplicate_count, rejected_count, out_of_scope_count
            from imports order by id
            """
        )
    }

    /// The rejected records: position, line, code, raw text.
    public func rejectedRows() async throws -> [[String]] {
        try await texts("select position, line_number, code, raw_text from rejected_rows order by import_id, position")
    }
}
