import UsageQueries

extension TypedTwin {
    static let agents: [TypedTwin] = [
        TypedTwin(AgentUsage()),
        TypedTwin(AgentHealth()),
        TypedTwin(AgentInventory()),
        TypedTwin(AgentChanges()),
        TypedTwin(AgentChangeCounts()),
    ]
}
