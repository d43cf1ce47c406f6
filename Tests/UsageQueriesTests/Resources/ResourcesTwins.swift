import UsageQueries

extension TypedTwin {
    static let resources: [TypedTwin] = []
}
