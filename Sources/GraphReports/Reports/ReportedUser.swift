/// One row of the usage report by user: what one user did in one period.
public struct ReportedUser: Sendable, Hashable {
    /// The report that the row belongs to.
    public var key: ReportKey
    /// User principal name, or the token that stands for it, as received and trimmed.
    public var name: String
    /// Display name, or the token that stands for it, trimmed; nil when empty or not told.
    public var displayName: String?
    /// Whether the name is a token of 32 hexadecimal digits, which cannot be joined to a person.
    public var isConcealed: Bool
    /// The apps that the report has a column for: `Any app` first, apps that are not known yet last, by name.
    public var apps: [ReportedActivity]
    /// Columns that no other property holds, as a JSON object with the original titles; nil without any.
    public var extra: String?

    /// Makes a row from its parts.
    public init(
        key: ReportKey,
        name: String,
        displayName: String? = nil,
        isConcealed: Bool = false,
        apps: [ReportedActivity] = [],
        extra: String? = nil
    ) {
        self.key = key
        self.name = name
        self.displayName = displayName
        self.isConcealed = isConcealed
        self.apps = apps
        self.extra = extra
    }
}

/// What a user did in one app.
public struct ReportedActivity: Sendable, Hashable {
    /// The app: `Any app`, `Word`, `Copilot Chat (work)`.
    public var app: String
    /// The day of the last activity in UTC, as days since 1970-01-01, whatever the report's period; nil = never.
    public var lastActivityDay: Int?
    /// Prompts submitted in the period; nil = not told.
    public var promptCount: Int64?
    /// Days of the period with activity; nil = not told.
    public var activeDayCount: Int64?

    /// Makes an activity from its parts.
    public init(app: String, lastActivityDay: Int? = nil, promptCount: Int64? = nil, activeDayCount: Int64? = nil) {
        self.app = app
        self.lastActivityDay = lastActivityDay
        self.promptCount = promptCount
        self.activeDayCount = activeDayCount
    }
}
