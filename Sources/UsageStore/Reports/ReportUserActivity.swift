/// What a report says of one user: one source record.
public struct ReportUserActivity: Sendable, Hashable {
    /// User principal name, or the token that stands for it, as received.
    public var name: String
    /// Display name, or the token that stands for it, as received; nil when not told.
    public var displayName: String?
    /// Whether the name is a token; it is never joined to a person.
    public var isConcealed: Bool
    /// The apps that the report tells.
    public var apps: [ReportAppActivity]
    /// What no other property holds, as a JSON object.
    public var extra: String?

    /// Creates a user's activity.
    public init(
        name: String,
        displayName: String? = nil,
        isConcealed: Bool = false,
        apps: [ReportAppActivity] = [],
        extra: String? = nil
    ) {
        self.name = name
        self.displayName = displayName
        self.isConcealed = isConcealed
        self.apps = apps
        self.extra = extra
    }
}

/// What a report says of one user and one app.
public struct ReportAppActivity: Sendable, Hashable {
    /// The app: `Any app`, `Word`, `Copilot Chat (work)`.
    public var app: String
    /// The day of the last activity, days since 1970-01-01; nil = never.
    public var lastActivityDay: Int64?
    /// Prompts in the period; nil = not told.
    public var promptCount: Int64?
    /// Days with activity in the period; nil = not told.
    public var activeDayCount: Int64?

    /// Creates an app's activity.
    public init(app: String, lastActivityDay: Int64? = nil, promptCount: Int64? = nil, activeDayCount: Int64? = nil) {
        self.app = app
        self.lastActivityDay = lastActivityDay
        self.promptCount = promptCount
        self.activeDayCount = activeDayCount
    }
}
