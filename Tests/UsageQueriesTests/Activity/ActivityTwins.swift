import UsageQueries

extension TypedTwin {
    static let activity: [TypedTwin] = [
        TypedTwin(ActiveUsersByApp()),
        TypedTwin(ActiveUsersByAppHost()),
        TypedTwin(AdoptionChanges()),
        TypedTwin(AdoptionSummary()),
        TypedTwin(AppBreadth()),
        TypedTwin(ConversationsByApp()),
        TypedTwin(DailyActiveUsers()),
        TypedTwin(HourlyHeatmap()),
        TypedTwin(MonthlyActiveUsers()),
        TypedTwin(RetentionCohorts()),
        TypedTwin(RollingActiveUsers()),
        TypedTwin(WeeklyActiveUsers()),
    ]
}
