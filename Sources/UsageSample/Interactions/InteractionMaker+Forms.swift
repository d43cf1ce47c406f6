extension InteractionMaker {
    /// A turn in one of the ordinary places.
    func writeOrdinary(_ host: AppHost, of interaction: inout Interaction, _ random: inout RandomSource) {
        writeThread(of: &interaction, &random)
        writeIdentity(host, of: &interaction, &random)
        writeContent(host, of: &interaction, &random)
        if random.chance(0.12) { interaction.licenceType = "Premium" }
        if random.chance(0.02) { interaction.sensitivityLabelID = plan.labels.table.draw(&random) }
        for field in [UnknownFields.record, .event, .message, .resource] where random.chance(0.02) {
            interaction.unknownFields.insert(field)
        }
    }

    /// The client's record of an agent turn.
    func writeAgentClient(of interaction: inout Interaction, _ random: inout RandomSource) {
        let agent = plan.agents.withRuntime[interaction.plan.agent ?? 0]
        writeThread(of: &interaction, &random)
        interaction.applicationIdentity = .text("Copilot.MicrosoftCopilot.Microsoft365Copilot")
        if !interaction.plan.isAgentUnnamed {
            interaction.agentID = agent.clientID
            interaction.agentName = random.chance(0.95) ? agent.name : nil
            interaction.targetAgentName = random.chance(0.2) ? agent.name : nil
        }
        writeContent(AppHost.office, of: &interaction, &random)
        // The client of a turn always has messages.
        if interaction.messages?.isEmpty ?? true {
            interaction.messages = messages(2, of: interaction.plan, isDesigner: false, &random)
        }
    }

    /// The record of an agent's runtime: no messages, and most arrays are missing.
    func writeRuntime(of interaction: inout Interaction, _ random: inout RandomSource) {
        let agent = plan.agents.withRuntime[interaction.plan.agent ?? 0]
        interaction.agentID = agent.runtimeID
        interaction.agentName = random.chance(0.5) ? agent.name : nil
        interaction.agentPlatform = random.chance(0.7) ? "CopilotStudio" : nil
        interaction.applicationIdentity = .text(agent.runtimeIdentity)
        interaction.clientRegion = "prd"
        interaction.clientIP = nil
        interaction.threadID = random.chance(0.5) ? .text("") : .missing
        interaction.messages = random.chance(0.3) ? [] : nil
        if interaction.plan.accessCount > 0 {
            interaction.accessedResources = accessedResources(of: interaction.plan, &random)
        }
    }

    /// A record in the form of the first ones: ids instead of messages, few fields per resource.
    func writeEarly(of interaction: inout Interaction, _ random: inout RandomSource) {
        writeThread(of: &interaction, &random)
        interaction.clientRegion = nil
        interaction.logVersion = nil
        interaction.messageIDs = messages(random.integer(in: 1...4), of: interaction.plan, isDesigner: false, &random)
            .map(\.id)
        interaction.contexts = []
        interaction.accessedResources = accessedResources(of: interaction.plan, &random).map { access in
            var early = AccessedResource(resource: access.resource, policy: .missing)
            early.sensitivityLabelID = access.sensitivityLabelID
            return early
        }
    }

    private func writeContent(_ host: AppHost, of interaction: inout Interaction, _ random: inout RandomSource) {
        let count = InteractionMaker.messageCounts.draw(&random)
        interaction.messages = messages(count, of: interaction.plan, isDesigner: host.name == "Designer", &random)
        if count == 0, random.chance(0.5) { interaction.messages = nil }
        interaction.messageIDs = random.chance(0.35) ? [] : nil
        interaction.contexts = contexts(host, of: interaction.plan, &random)
        interaction.accessedResources = accessedResources(of: interaction.plan, &random)
        interaction.plugins = plugins(&random)
        interaction.models = models(&random)
        // Now and then an array is missing instead of empty.
        if interaction.contexts?.isEmpty ?? false, random.chance(0.05) { interaction.contexts = nil }
        if interaction.accessedResources?.isEmpty ?? false, random.chance(0.05) { interaction.accessedResources = nil }
        if interaction.plugins?.isEmpty ?? false, random.chance(0.3) { interaction.plugins = nil }
        if interaction.models?.isEmpty ?? false, random.chance(0.5) { interaction.models = nil }
    }

    private func writeThread(of interaction: inout Interaction, _ random: inout RandomSource) {
        let draw = random.unit()
        guard let thread = interaction.plan.thread else {
            interaction.threadID = draw < 0.4 ? .null : draw < 0.8 ? .text("") : .missing
            return
        }
        // Decided by the thread, not by the record: every turn of a thread names it alike.
        let guid = plan.seed.guid(for: .thread, thread)
        interaction.threadID =
            guid.low & 7 == 0
            ? .text("19:\(guid.digits.prefix(20))_\(guid.text)@unq.gbl.spaces") : .text("19:\(guid.digits)@thread.v2")
    }

    private func writeIdentity(_ host: AppHost, of interaction: inout Interaction, _ random: inout RandomSource) {
        if host.name == "Cowork" {
            interaction.applicationIdentity = .text("Copilot.M365Copilot.CoworkChat")
            interaction.agentName = "Copilot Cowork"
            return
        }
        let draw = random.unit()
        if draw < 0.62 {
            let isChat = host.name == "BizChat" || host.name == "Teams"
            interaction.applicationIdentity = .text(
                isChat ? "Copilot.MicrosoftCopilot.BizChat" : "Copilot.MicrosoftCopilot.Microsoft365Copilot"
            )
        } else if draw < 0.69 {
            let id = plan.seed.guid(for: .agent, 1000 + UInt64(random.below(4)))
            interaction.applicationIdentity = .object(id: id.text, displayName: "Copilot for \(host.name ?? "work")")
        }
        guard random.chance(host.name == "Office" ? 0.07 : 0.003) else { return }
        let agent = random.pick(plan.agents.withoutRuntime)
        interaction.agentID = agent.clientID
        interaction.agentName = random.chance(0.9) ? agent.name : nil
    }

    private static let messageCounts = WeightedTable<Int>([
        (0, 3), (1, 6), (2, 39.5), (3, 14), (4, 20), (5, 5), (6, 9), (7, 2), (8, 3),
    ])
}
