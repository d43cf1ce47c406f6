import UsageQueries

extension TypedTwin {
    static let organisation: [TypedTwin] = [
        TypedTwin(AdoptionByDepartment()),
        TypedTwin(UserActivity()),
    ]
}
