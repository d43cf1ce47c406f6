public import UsageStore

/// The days that a question speaks of when the caller names none.
public struct DefaultWindow: Sendable, Hashable {
    /// First day, included.
    public let from: UsageDay

    /// The day after the last one.
    public let to: UsageDay

    /// The last day: what stands for today.
    public let asOf: UsageDay
}

extension UsageWarehouse {
    /// The days of the loaded data.
    ///
    /// From the first day whose audit data are known to the last one. Without audit data: from the oldest to the
    /// newest day of anything loaded. An empty warehouse: the calendar's first day, 2019-01-01, so that questions
    /// still answer that nothing is loaded.
    ///
    /// - Throws: ``StoreError`` when the file cannot be read.
    public func defaultWindow() async throws -> DefaultWindow {
        let result = try await rows(sql: "select from_day, to_day, as_of_day from default_window")
        let reader = try QueryRow.read(result, query: "default_window").first
        guard let reader else {
            throw QueryError.badResult(query: "default_window", column: "from_day", expected: "there")
        }
        return DefaultWindow(
            from: try UsageDay(reader.text("from_day")),
            to: try UsageDay(reader.text("to_day")),
            asOf: try UsageDay(reader.text("as_of_day"))
        )
    }
}
