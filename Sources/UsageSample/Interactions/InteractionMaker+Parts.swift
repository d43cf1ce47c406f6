extension InteractionMaker {
    /// Prompts and responses of a record, in the order of the conversation.
    func messages(
        _ count: Int,
        of record: PlannedRecord,
        isDesigner: Bool,
        _ random: inout RandomSource
    ) -> [Message] {
        guard count > 0 else { return [] }
        let hasGUIDs = random.chance(0.2)
        let isOneSided = random.chance(0.15)
        let beginsWithResponse = count == 1 && random.chance(0.35)
        let saysJailbreak = random.chance(0.52)
        var milliseconds = record.occurredAt * 1000 + random.below(1000)
        return (0..<count).map { index in
            let isPrompt = !beginsWithResponse && (isOneSided ? index == 0 : index % 2 == 0)
            var message = Message(id: "0", role: isPrompt ? .prompt : .response)
            if hasGUIDs {
                message.id = plan.seed.guid(for: .message, record.number << 8 | UInt64(index)).text
            } else if !isDesigner {
                message.id = String(milliseconds)
            }
            milliseconds += 900 + random.below(9000)
            let oddity = random.unit()
            if oddity < 0.003 {
                message.role = .unknown
            } else if oddity < 0.008, isPrompt {
                message.role = .promptAsText
            }
            if saysJailbreak, isPrompt { message.isJailbreakDetected = random.chance(0.0005) }
            return message
        }
    }

    /// What was open while the person prompted.
    func contexts(_ host: AppHost, of record: PlannedRecord, _ random: inout RandomSource) -> [Context] {
        let isUsual = !host.contextTypes.isEmpty
        return (0..<record.contextCount).map { _ in
            let type = isUsual ? random.pick(host.contextTypes) : random.pick(["docx", "File", "pdf", ""])
            let guid = SampleGUID(high: random.next(), low: random.next())
            switch type {
            case "TeamsMeeting": return Context(id: "19:meeting_\(guid.digits)@thread.v2", type: type)
            case "TeamsChat", "TeamsChannel": return Context(id: "19:\(guid.digits)@thread.v2", type: type)
            default:
                let site = random.pick(ResourceNames.sites)
                let name = "\(ResourceNames.encoded(ResourceNames.title(random.below(9000), &random))).\(type)"
                return Context(
                    id: "https://contoso.sharepoint.com/sites/\(site)/Shared%20Documents/\(name)",
                    type: type
                )
            }
        }
    }

    /// What Copilot read for the answer.
    func accessedResources(of record: PlannedRecord, _ random: inout RandomSource) -> [AccessedResource] {
        let known = record.knownResourceCount
        guard record.accessCount > 0, known + record.newResourceCount > 0 else { return [] }
        return (0..<record.accessCount).map { index in
            if index < record.newResourceCount {
                return access(to: plan.resources.resource(known + index), &random)
            }
            // Few resources are touched often: half of the accesses go to the head of the list.
            let isHead = random.chance(0.5)
            let draw = random.unit()
            let share = isHead ? draw * draw : draw * draw * draw * draw
            let pool = isHead ? min(known, 400) : known
            let number = pool > 0 ? Int(share * Double(pool)) : random.below(record.newResourceCount)
            guard !random.chance(0.002) else {
                return AccessedResource(action: "Read", policy: policy(&random))
            }
            return access(to: plan.resources.resource(number), &random)
        }
    }

    private func access(to resource: Resource, _ random: inout RandomSource) -> AccessedResource {
        var access = AccessedResource(resource: resource, action: InteractionMaker.actions.draw(&random))
        let draw = random.unit()
        access.status = draw < 0.52 ? "success" : draw < 0.55 ? "Success" : draw < 0.56 ? "failure" : nil
        access.isCrossPromptInjectionDetected = random.chance(0.35) ? random.chance(0.001) : nil
        // The label belongs to the resource; some records leave it out.
        let label = plan.seed.derived(for: .label, 1 << 32 | UInt64(resource.number))
        var labelSource = RandomSource(seed: label)
        if random.chance(0.48) {
            access.sensitivityLabelID = .some(
                labelSource.chance(0.12) ? plan.labels.table.draw(&labelSource) : nil
            )
        }
        access.policy = policy(&random)
        return access
    }

    private func policy(_ random: inout RandomSource) -> PolicyDetails {
        switch random.unit() {
        case ..<0.6: return .emptyText
        case ..<0.92: return .missing
        case ..<0.93: return .null
        case ..<0.96: return .evaluationText(type: random.pick(["Purview", "ConditionalAccess"]))
        case ..<0.97: return .evaluationArray(type: "RightsManagementService")
        case ..<0.98:
            let number = UInt64(random.below(3))
            let names = ["Keep contracts in", "Card numbers", "Äußerst vertraulich"]
            let isBlock = random.chance(0.2)
            return .documented(
                policy: plan.seed.guid(for: .label, 100 + number),
                name: names[Int(number)],
                mode: isBlock ? "Enforce" : random.pick(["Audit only", "Audit with Notify"]),
                action: isBlock ? "BlockAccess" : "GenerateAlert"
            )
        default: return .emptyText
        }
    }

    /// Web search on 15 % of all records, tenant search on a good quarter.
    func plugins(_ random: inout RandomSource) -> [Plugin] {
        var plugins: [Plugin] = []
        if random.chance(0.16) { plugins.append(Plugin(id: "BingWebSearch", name: "BuiltIn")) }
        if random.chance(0.3) {
            plugins.append(
                Plugin(id: "EnterpriseSearch", name: "EnterpriseSearch", version: random.chance(0.3) ? "1.0" : nil)
            )
        }
        return plugins
    }

    /// A provider on most records, a model name on a quarter.
    func models(_ random: inout RandomSource) -> [Model] {
        guard random.chance(0.78) else { return [] }
        let count = random.chance(0.02) ? 2 : 1
        return (0..<count).map { _ in
            if random.chance(0.05) { return Model(name: "DEEP_LEO") }
            var model = Model(provider: random.chance(0.9) ? "OpenAI" : "Anthropic")
            if random.chance(0.29) {
                model.name = model.provider == "OpenAI" ? random.pick(["gpt-4o", "gpt-5"]) : "claude-sonnet-4"
                model.version = random.chance(0.5) ? "2025-0\(random.integer(in: 1...9))-01" : nil
            }
            return model
        }
    }

    private static let actions = WeightedTable<String?>([
        ("Read", 920), ("read", 15), ("READ", 5), ("Create", 12), ("Modify", 18), ("Invoke", 6), ("Send", 2), (nil, 10),
    ])
}
