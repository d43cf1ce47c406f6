import UsageQueries

extension TypedTwin {
    static let activity: [TypedTwin] = [
        TypedTwin(AdoptionSummary()),
        TypedTwin(DailyActiveUsers()),
        TypedTwin(ActiveUsersByApp()),
    ]
}
