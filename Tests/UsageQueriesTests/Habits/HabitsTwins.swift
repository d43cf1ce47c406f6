import UsageQueries

extension TypedTwin {
    static let habits: [TypedTwin] = []
}
