/// Which of Microsoft's Copilot usage reports a row comes from.
public enum ReportKind: String, Sendable, Hashable, CaseIterable {
    /// Usage by user: when each one was last active, and where.
    case userDetail = "user_detail"
    /// How many people were enabled and active in a period.
    case summary
    /// How many people were enabled and active on each day.
    case trend
}

/// What tells one report from another: rows of equal keys belong to one report.
public struct ReportKey: Sendable, Hashable {
    /// The report.
    public var kind: ReportKind
    /// The version of the report, 1 or 2; only the second one has prompts, and more apps.
    public var version: Int
    /// The latest day that the report covers, in UTC, as days since 1970-01-01.
    public var refreshDay: Int
    /// The length of the period in days: 7, 28, 30, 90 or 180; nil when not told.
    public var periodDays: Int?

    /// Makes a key from its parts.
    public init(kind: ReportKind, version: Int, refreshDay: Int, periodDays: Int? = nil) {
        self.kind = kind
        self.version = version
        self.refreshDay = refreshDay
        self.periodDays = periodDays
    }
}
