import UsageQueries

extension TypedTwin {
    static let coverage: [TypedTwin] = [TypedTwin(Coverage()), TypedTwin(CoverageGaps())]
}
