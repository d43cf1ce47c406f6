/// One row of the summary, which counts a period, or of the trend, which counts a day.
public struct ReportedCounts: Sendable, Hashable {
    /// The report that the row belongs to.
    public var key: ReportKey
    /// Trend: the day that was counted, in UTC, as days since 1970-01-01; nil in a summary.
    public var reportDay: Int?
    /// The apps that the report has a column for: `Any app` first, apps that are not known yet last, by name.
    public var apps: [ReportedAppCounts]
    /// Columns that no other property holds, as a JSON object with the original titles; nil without any.
    public var extra: String?

    /// Makes a row from its parts.
    public init(key: ReportKey, reportDay: Int? = nil, apps: [ReportedAppCounts] = [], extra: String? = nil) {
        self.key = key
        self.reportDay = reportDay
        self.apps = apps
        self.extra = extra
    }
}

/// What was counted for one app.
public struct ReportedAppCounts: Sendable, Hashable {
    /// The app: `Any app`, `Word`, `Copilot Chat (work)`.
    public var app: String
    /// People who could use Copilot in the app; nil = not told.
    public var enabledUserCount: Int64?
    /// People who used Copilot in the app; nil = not told.
    public var activeUserCount: Int64?
    /// Prompts submitted; nil = not told.
    public var promptCount: Int64?
    /// Prompts submitted per active user; nil = not told.
    public var averagePromptCount: Double?

    /// Makes counts from their parts.
    public init(
        app: String,
        enabledUserCount: Int64? = nil,
        activeUserCount: Int64? = nil,
        promptCount: Int64? = nil,
        averagePromptCount: Double? = nil
    ) {
        self.app = app
        self.enabledUserCount = enabledUserCount
        self.activeUserCount = activeUserCount
        self.promptCount = promptCount
        self.averagePromptCount = averagePromptCount
    }
}
