/// Gives planned records their content.
///
/// The content depends on the tenant and the record's number alone.
struct InteractionMaker: Sendable {
    let plan: TenantPlan

    /// The interaction of a planned record.
    func interaction(_ record: PlannedRecord) -> Interaction {
        var random = plan.seed.random(for: .record, record.number)
        let host = appHost(of: record)
        var interaction = Interaction(
            plan: record,
            product: "",
            id: plan.seed.guid(for: .recordID, record.number),
            account: account(of: record, isDesigner: host.name == "Designer", &random)
        )
        writeEnvelope(of: &interaction, &random)
        writeAppHost(host, of: &interaction, &random)
        switch record.form {
        case .ordinary: writeOrdinary(host, of: &interaction, &random)
        case .early: writeEarly(of: &interaction, &random)
        case .agentClient: writeAgentClient(of: &interaction, &random)
        case .agentRuntime, .agentChannel, .testPane, .triggered: writeRuntime(of: &interaction, &random)
        case .unrelated: break
        }
        if record.copy == .cutShort { cutShort(&interaction, &random) }
        let hasTeamsContext = interaction.contexts?.contains { $0.type.hasPrefix("Teams") } ?? false
        interaction.product = host.product(hasAgent: interaction.hasAgent, hasTeamsContext: hasTeamsContext)
        return interaction
    }

    /// The account of a planned record, in the spelling that the record uses.
    func account(of record: PlannedRecord, isDesigner: Bool, _ random: inout RandomSource) -> Account {
        switch record.actor {
        case .person(let number):
            let day = record.occurredAt / 86_400 - plan.options.firstDay.number
            return Account(of: plan.population.people[number], onDay: day, allowsServiceKey: isDesigner, &random)
        case .service(let number):
            let all = plan.services.all
            return number < all.count ? all[number] : plan.services.triggers[number - all.count]
        }
    }

    private func appHost(of record: PlannedRecord) -> AppHost {
        switch record.form {
        case .ordinary, .unrelated: AppHost.mix.values[record.host]
        case .early: AppHost.earlyChat
        case .agentClient: AppHost.office
        case .agentRuntime: AppHost.runtime
        case .agentChannel: AppHost.channel
        case .testPane: AppHost.testPane
        case .triggered: record.host == 1 ? AppHost.logicApp : AppHost.autonomous
        }
    }

    private func writeEnvelope(of interaction: inout Interaction, _ random: inout RandomSource) {
        let style = random.unit()
        interaction.timeStyle = style < 0.98 ? .plain : style < 0.99 ? .zoned : .fractional
        interaction.jsonStyle = JSONStyle(escapesSlashes: random.chance(0.7), escapesNonASCII: random.chance(0.5))
        interaction.logVersion = random.chance(0.42) ? "1.0.0.0" : nil
        interaction.clientIP = clientIP(&random)
        interaction.clientRegion = InteractionMaker.regions.draw(&random)
        let token = plan.seed.guid(for: .token, interaction.plan.number)
        if plan.options.includesAppAccessContext, token.low % 20 < 17 { interaction.accessToken = token }
        if let conversation = interaction.plan.conversation {
            interaction.conversationID = plan.seed.guid(for: .conversation, conversation)
            interaction.isConversationIDInUpperCase = random.chance(0.1)
        }
    }

    private func writeAppHost(_ host: AppHost, of interaction: inout Interaction, _ random: inout RandomSource) {
        guard let name = host.name else {
            interaction.appHost = random.chance(0.3) ? .null : .missing
            return
        }
        let isLowerCase = host.hasSpellings && interaction.plan.form == .ordinary && random.chance(0.03)
        interaction.appHost = .text(isLowerCase ? name.lowercased() : name)
    }

    /// Ends the record early; one in four was longer than a spreadsheet's cell.
    private func cutShort(_ interaction: inout Interaction, _ random: inout RandomSource) {
        switch random.below(4) {
        case 0:
            interaction.plan.accessCount = 150
            interaction.jsonStyle = JSONStyle(escapesSlashes: true, escapesNonASCII: true)
            interaction.accessedResources = accessedResources(of: interaction.plan, &random)
            interaction.cut = .characters(32_767)
        case 1:
            interaction.jsonStyle.escapesNonASCII = true
            interaction.cut = .characters(3060)
        default:
            interaction.jsonStyle.escapesNonASCII = true
            interaction.cut = .share(0.2 + 0.75 * random.unit())
        }
    }

    private func clientIP(_ random: inout RandomSource) -> String? {
        let last = random.integer(in: 1...254)
        switch random.unit() {
        case ..<0.42: return "203.0.113.\(last)"
        case ..<0.47: return "2001:db8:4:\(last)::\(last + 7)"
        case ..<0.49: return "198.51.100.\(last):\(40_000 + last * 9)"
        case ..<0.51: return "::ffff:192.0.2.\(last)"
        case ..<0.57: return ""
        default: return nil
        }
    }

    private static let regions = WeightedTable<String?>([
        ("DE", 28), ("US", 20), ("IN", 14), ("GB", 12), ("de", 5), ("BR", 8), ("JP", 5), ("us", 3), ("", 2), (nil, 20),
    ])
}
