/// Which of Microsoft's Copilot usage reports it is; the raw values are those of `usage_reports.kind`.
public enum UsageReportKind: String, Sendable, Hashable, CaseIterable {
    /// Usage by user.
    case userDetail = "user_detail"
    /// People enabled and active in a period.
    case summary
    /// People enabled and active on each day.
    case trend
}

/// What tells one report from another: files of equal headers are one report.
public struct ReportHeader: Sendable, Hashable {
    /// The report.
    public var kind: UsageReportKind
    /// The version of the report, 1 or 2.
    public var version: Int
    /// The latest day that the report covers, days since 1970-01-01.
    public var refreshDay: Int64
    /// The length of the period in days; nil when not told.
    public var periodDays: Int?
    /// Whether names are tokens; a report of the same day with names is another report.
    public var isConcealed: Bool

    /// Creates a header.
    public init(
        kind: UsageReportKind,
        version: Int,
        refreshDay: Int64,
        periodDays: Int? = nil,
        isConcealed: Bool = false
    ) {
        self.kind = kind
        self.version = version
        self.refreshDay = refreshDay
        self.periodDays = periodDays
        self.isConcealed = isConcealed
    }
}
