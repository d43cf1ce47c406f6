extension AdminEventMaker {
    /// The record types of administration, each met twice.
    private static let administrativeTypes = Array(310...325) + [363, 384]
    /// The notifications about interactions, each met under two record types.
    private static let notifications = [
        "AIInteractionCreatedNotification", "AIInteractionUpdatedNotification", "AIInteractionDeletedNotification",
    ]

    /// The number of records of administration and of notifications.
    static let otherCount = 2 * administrativeTypes.count + 2 * notifications.count

    /// An interaction under a record type of its own.
    func sister(_ number: Int, day: Int, at instant: Int, id: Int) -> AdminEvent {
        var random = random(id)
        let kind = number < 6 ? number % 3 : random.below(3)
        let notes = random.pick(["AINotesUpdate", "LiveNotesUpdate", "TeamCopilotMsgInteraction"])
        let recordType = [284, 328, 334][kind]
        let operation = ["AIAppInteraction", "ConnectedAIAppInteraction", notes][kind]
        let workload = ["AIApp", "ConnectedAIApp", "MicrosoftTeams"][kind]
        let account = person(onDay: day, &random)
        let start = Start(
            id: id,
            day: day,
            instant: instant,
            recordType: recordType,
            operation: operation,
            workload: workload
        )
        var event = event(.sister, start, account)
        if kind < 2 {
            let identities = ["AIApp.SaaS.Tailwind Writer", "ConnectedAIApp.Entra.\(agents[0].runtimeID ?? "")"]
            event.add("AppIdentity", .text(identities[kind]))
        }
        let pairs = random.integer(in: 0...2)
        event.messageCount = pairs * 2
        event.promptCount = pairs
        let messages = (0..<pairs * 2).map { index -> JSONNode in
            ["Id": .text(String(instant * 1000 + index * 1700)), "isPrompt": .init(booleanLiteral: index % 2 == 0)]
        }
        let thread = SampleGUID(high: random.next(), low: random.next())
        event.add(
            "CopilotEventData",
            [
                "AppHost": .text(kind == 2 ? "Teams" : "TailwindWriter"), "Messages": .array(messages),
                "AccessedResources": [], "ThreadId": .text("19:\(thread.digits)@thread.v2"),
            ]
        )
        return event
    }

    /// A record of administration, or a notification about an interaction.
    func other(_ number: Int, day: Int, at instant: Int, id: Int) -> AdminEvent {
        let types = Self.administrativeTypes
        guard number < 2 * types.count else {
            return notification(number - 2 * types.count, day: day, at: instant, id: id)
        }
        var random = random(id)
        let recordType = types[number % types.count]
        let start = Start(
            id: id,
            day: day,
            instant: instant,
            recordType: recordType,
            operation: operation(of: recordType, isFirst: number < types.count),
            workload: "Copilot"
        )
        var event = event(.other, start, administrator(onDay: day, &random))
        switch recordType {
        case 325:
            event.add("Property", "WebSearch")
            event.add("OldValue", number < types.count ? "" : "Enabled")
            event.add("NewValue", "Disabled")
            event.add("AddedIdentities", [.text(plan.seed.guid(for: .admin, 3 << 40).text)])
            event.add("RemovedIdentities", [])
            event.add("ForAllUsers", false)
        case 384:
            event.add("AgentID", .text(agents[0].clientID))
            event.add("AgentName", .text(agents[0].name))
            event.add("AgentType", 3)
            event.add("UserAssignments", [])
            event.add("ForAllUsers", true)
        default:
            event.add("ObjectId", .text("\(RecordTypeName.of(recordType))/\(random.below(90))"))
            event.add("ClientIP", .text("203.0.113.\(random.integer(in: 1...254))"))
        }
        return event
    }

    private func operation(of recordType: Int, isFirst: Bool) -> String {
        switch recordType {
        case 310...324:
            let verb = ["Create", "Update", "Delete", "Enable", "Disable"][recordType % 5]
            let object = ["Plugin", "Workspace", "PromptBook"][(recordType - 310) / 5]
            return recordType == 314 ? "DisableCopilotPlugin" : verb + object
        case 325: return "UpdateTenantSettings"
        case 363: return isFirst ? "CreateScheduledPrompt" : "RunScheduledPrompt"
        default: return isFirst ? "DeployedAgent" : "BlockedAgent"
        }
    }

    /// Under record type 25 all numbers are text, and the message is an object.
    private func notification(_ number: Int, day: Int, at instant: Int, id: Int) -> AdminEvent {
        var random = random(id)
        let isTeams = number < Self.notifications.count
        let start = Start(
            id: id,
            day: day,
            instant: instant,
            recordType: isTeams ? 25 : 380,
            operation: Self.notifications[number % Self.notifications.count],
            workload: isTeams ? "MicrosoftTeams" : "Copilot"
        )
        var event = event(.other, start, person(onDay: day, &random))
        if isTeams {
            for index in event.members.indices {
                let key = event.members[index].key
                guard key == "RecordType" || key == "UserType" || key == "Version" else { continue }
                event.members[index].value = event.members[index].value.asText
            }
        }
        let message: JSONNode = [
            "ThreadId": "19:notes@thread.v2", "SizeInBytes": .init(integerLiteral: random.below(9000)),
            "Id": .text(String(instant * 1000)),
        ]
        event.add("Message", number % 3 == 2 ? "deleted by retention" : message)
        return event
    }
}
