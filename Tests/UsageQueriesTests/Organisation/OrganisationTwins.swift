import UsageQueries

extension TypedTwin {
    static let organisation: [TypedTwin] = [
        TypedTwin(AdoptionByDepartment()),
        TypedTwin(AdoptionByManager()),
        TypedTwin(UserActivity()),
        TypedTwin(UserActivityDays()),
        TypedTwin(UserInteractions()),
    ]
}
