/// What an authoring record is about: the agent, and a component, plug-in or variable of it.
struct AuthoredObject: Sendable {
    let agent: SampleAgent
    /// The fields of the flat form that name the object.
    let flatFields: [(String, String)]
    /// The endings of the property names that name the object.
    let collectedFields: [(String, String)]
    /// The array of changes in the flat form.
    let detailsKey: String
    /// The ending of the property name that holds a change.
    let changeName: String

    /// The object of a record; a tenant has some dozens of each kind.
    init(_ operation: AuthoringOperation, _ number: Int, agent: SampleAgent, seed: TenantSeed) {
        self.agent = agent
        let index = number * 31 % 60
        let id = seed.guid(for: .admin, 2 << 40 | UInt64(index)).text
        let type = ["Topic", "Dialog", "Entity", "File", "8"][index % 5]
        let componentName = "\(agent.schemaName).\(type.lowercased()).Part\(index)"
        switch operation.area {
        case .agent:
            flatFields = []
            collectedFields = []
        case .component:
            flatFields = [
                ("BotComponentId", id), ("BotComponentSchemaName", componentName), ("BotComponentType", type),
            ]
            collectedFields = [
                ("bot_component.id", id), ("bot_component.schema.name", componentName), ("bot_component.type", type),
            ]
        case .collection:
            flatFields = [("BotComponentId", id), ("BotComponentSchemaName", "cr_collection\(index)")]
            collectedFields = [("bot_component_collection.id", id)]
        case .plugin:
            flatFields = [("AIPluginOperationId", id), ("AIPluginOperationName", "Lookup order #\(index)")]
            collectedFields = [("ai_plugin.operation.id", id), ("ai_plugin.operation.name", "Lookup order #\(index)")]
        case .variable:
            flatFields = [
                ("EnvironmentVariableDefinitionSchemaName", "cr_var\(index)"),
                ("EnvironmentVariableDefinitionId", id),
            ]
            collectedFields = [
                ("environment_variable.definition.id", id),
                ("environment_variable.definition.schema.name", "cr_var\(index)"),
            ]
        }
        let isAgent = operation.area == .agent
        detailsKey = isAgent ? "BotUpdateDetails" : "BotComponentUpdateDetails"
        changeName = isAgent ? "bot.update_details.change" : "bot_component.update_details.change"
    }
}
