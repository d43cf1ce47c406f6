import UsageQueries

extension TypedTwin {
    static let resources: [TypedTwin] = [
        TypedTwin(TopResources()),
        TypedTwin(ResourceAccessByType()),
        TypedTwin(SensitiveAccess()),
        TypedTwin(SiteAccess()),
        TypedTwin(RiskEvents()),
        TypedTwin(RiskEventCounts()),
        TypedTwin(PluginAndModelUsage()),
    ]
}
