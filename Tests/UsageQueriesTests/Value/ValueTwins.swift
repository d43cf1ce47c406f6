import UsageQueries

extension TypedTwin {
    static let value: [TypedTwin] = [
        TypedTwin(TimeSaved())
    ]
}
