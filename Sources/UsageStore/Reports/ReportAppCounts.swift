/// What a report counts of one app, in its period or on one of its days.
public struct ReportAppCounts: Sendable, Hashable {
    /// The app: `Any app`, `Word`, `Copilot Chat (work)`.
    public var app: String
    /// People who could use Copilot in the app; nil = not told.
    public var enabledUserCount: Int64?
    /// People who used Copilot in the app; nil = not told.
    public var activeUserCount: Int64?
    /// Prompts submitted; nil = not told.
    public var promptCount: Int64?
    /// Prompts per active user; nil = not told.
    public var averagePromptCount: Double?

    /// Creates an app's counts.
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
