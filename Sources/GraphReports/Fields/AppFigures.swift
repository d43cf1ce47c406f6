/// Everything that one row tells of one app.
struct AppFigures {
    let app: ReportApp
    var lastActivityDay: Int?
    var activeDayCount: Int64?
    var promptCount: Int64?
    var averagePromptCount: Double?
    var enabledUserCount: Int64?
    var activeUserCount: Int64?

    init(_ app: ReportApp) { self.app = app }

    /// As the report by user tells it.
    var activity: ReportedActivity {
        ReportedActivity(
            app: app.name,
            lastActivityDay: lastActivityDay,
            promptCount: promptCount,
            activeDayCount: activeDayCount
        )
    }

    /// As a summary or a trend tells it.
    var counts: ReportedAppCounts {
        ReportedAppCounts(
            app: app.name,
            enabledUserCount: enabledUserCount,
            activeUserCount: activeUserCount,
            promptCount: promptCount,
            averagePromptCount: averagePromptCount
        )
    }
}
