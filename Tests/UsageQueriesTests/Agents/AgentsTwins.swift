import UsageQueries

extension TypedTwin {
    static let agents: [TypedTwin] = []
}
