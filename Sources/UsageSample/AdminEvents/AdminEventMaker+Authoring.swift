extension AdminEventMaker {
    /// A record of someone who changes an agent: one in three in the documented flat form, the others
    /// with a property collection.
    func authoring(_ number: Int, day: Int, at instant: Int) -> AdminEvent {
        var random = random(number)
        let all = AuthoringOperation.all
        let operation = all[number < all.count ? number : AuthoringOperation.mix.draw(&random)]
        let isSystem = operation.name == "BotDeleteCleanup" && random.chance(0.5)
        let account = isSystem ? plan.services.all[5] : maker(onDay: day, &random)
        let start = Start(
            id: number,
            day: day,
            instant: instant,
            recordType: 256,
            operation: operation.rawName,
            workload: "PowerPlatform"
        )
        var event = event(.authoring(operation), start, account)
        let isDeletion = operation.name.hasPrefix("BotDelete")
        event.agent = isDeletion ? random.integer(in: agents.count - 3...agents.count - 1) : random.below(agents.count)
        var changes = PropertyChange.candidates(of: operation, &random)
        changes = Array(random.shuffled(changes).prefix(1 + random.below(max(1, changes.count))))
        // An event of a component may tell nothing but the component.
        if operation.area != .agent, random.chance(0.3) { changes = [] }
        event.changeCount = changes.count
        event.emptyOldValueCount = changes.filter(\.hasEmptyOldValue).count
        event.otherValueCount = changes.filter(\.hasOtherValue).count
        let object = AuthoredObject(operation, number, agent: agents[event.agent ?? 0], seed: plan.seed)
        if operation.area == .collection || random.chance(0.35) {
            writeFlat(object, changes, to: &event, &random)
        } else {
            writeCollection(object, changes, operation, account, to: &event, &random)
        }
        if random.chance(0.05) {
            event.add("SolutionInfo", ["Name": "Default \"core\"", "Layers": [1, .null, [true]]])
        }
        return event
    }

    private func writeFlat(
        _ object: AuthoredObject,
        _ changes: [PropertyChange],
        to event: inout AdminEvent,
        _ random: inout RandomSource
    ) {
        let agent = object.agent
        // Some records know only the schema name; others tie it to the id.
        if event.envelope.id.low % 16 != 0 { event.add("BotId", .text(agent.runtimeID ?? "")) }
        event.add("BotSchemaName", .text(agent.schemaName))
        for (key, value) in object.flatFields { event.add(key, .text(value)) }
        if random.chance(0.6) { event.add("EnvironmentId", .text(agent.environmentID)) }
        if random.chance(0.3) { event.add("AccountDisplayName", "Contoso, \"Makers\"") }
        guard !changes.isEmpty || random.chance(0.3) else { return }
        event.add(object.detailsKey, .array(changes.map { $0.node(random.below(35)) }))
    }

    private func writeCollection(
        _ object: AuthoredObject,
        _ changes: [PropertyChange],
        _ operation: AuthoringOperation,
        _ account: Account,
        to event: inout AdminEvent,
        _ random: inout RandomSource
    ) {
        let resource = "powerplatform.analytics.resource."
        let agent = object.agent
        var pairs: [(String, JSONNode)] = [
            ("type", "PowerPlatformAdministratorActivityRecord"), ("version", "1.0"),
            ("powerplatform.analytics.activity.name", .text(operation.rawName)),
            ("powerplatform.analytics.activity.id", .text(plan.seed.guid(for: .token, event.envelope.id.high).text)),
            (resource + "tenant.id", .text(plan.organization.text)),
            (resource + "environment.id", .text(agent.environmentID)),
            (resource + "environment.name", random.chance(0.5) ? "Contoso (default)" : ""),
            (resource + "type", "Bot"), (resource + "bot.id", .text(agent.runtimeID ?? "")),
            (resource + "bot.schema.name", .text(agent.schemaName)),
        ]
        pairs += object.collectedFields.map { (resource + $0.0, .text($0.1)) }
        for change in changes {
            let node = change.node(random.below(35))
            pairs.append((resource + object.changeName, random.chance(0.9) ? node.asText : node))
        }
        event.collectedChangeCount = changes.count
        pairs += [
            ("enduser.id", .text(account.userKey)), ("enduser.principal_name", .text(account.userID)),
            ("enduser.role", account.userType == 2 ? "Admin" : "Regular"),
            ("user_agent.original", "Mozilla/5.0 (Windows NT 10.0; Win64; x64)"),
        ]
        if random.chance(0.2) { pairs.append((resource + "bot.flight_ring", .text(String(random.below(9))))) }
        let collection = JSONNode.array(pairs.map { ["Name": .text($0.0), "Value": $0.1] })
        event.propertyCount = pairs.count
        event.add("PropertyCollection", collection)
        if random.chance(0.8) { event.add("JsonPropertiesCollection", collection.asText) }
    }
}
