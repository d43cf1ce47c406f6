import UsageQueries

extension TypedTwin {
    static let habits: [TypedTwin] = [
        TypedTwin(UsageSegments()),
        TypedTwin(UsageSegmentCounts()),
        TypedTwin(ActiveDaySegments()),
        TypedTwin(EngagementScores()),
        TypedTwin(EngagementBandCounts()),
        TypedTwin(UsageConcentration()),
        TypedTwin(PromptsDistribution()),
    ]
}
