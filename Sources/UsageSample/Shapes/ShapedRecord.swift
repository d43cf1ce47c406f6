/// One interaction with some oddities, made from its number alone.
struct ShapedRecord: Sendable {
    /// The oddities it has.
    let shapes: Set<RecordShape>
    /// The record.
    private(set) var node: JSONNode = .null

    private var random: RandomSource
    private let plan: TenantPlan
    private let number: Int

    /// Makes a record; the first ones have one oddity each, the others up to five.
    init(_ number: Int, _ plan: TenantPlan) {
        var random = plan.seed.random(for: .shape, UInt64(number))
        let all = RecordShape.allCases
        shapes =
            number < all.count
            ? [all[number]] : Set((0..<random.integer(in: 1...5)).map { _ in random.pick(all) })
        self.random = random
        self.plan = plan
        self.number = number
        node = record()
    }

    private mutating func record() -> JSONNode {
        let day = random.below(plan.options.days)
        var time = ByteBuffer(capacity: 20)
        time.append(instant: plan.calendar.instant(ofDay: day, share: random.unit()))
        let account = Account(
            of: plan.population.people[random.below(plan.population.people.count)],
            onDay: day,
            allowsServiceKey: false,
            &random
        )
        let id = plan.seed.guid(for: .shape, 1 << 40 | UInt64(number)).text
        var members: [(String, JSONNode)] = [
            ("CreationTime", .text(time.text + random.pick(["", "Z", ".1234567", ".1234567Z"]))),
            ("Id", .text(random.chance(0.1) ? id.uppercased() : id)), ("Operation", "CopilotInteraction"),
            ("OrganizationId", .text(plan.organization.text)), ("RecordType", recordType), ("UserType", userType),
            ("UserKey", .text(account.userKey)), ("UserId", .text(account.userID)), ("Version", 1),
            ("Workload", "Copilot"), ("ClientRegion", "DE"), ("AgentName", text("Helfer \(number)")),
        ]
        members.append(("AppIdentity", applicationIdentity))
        if shapes.contains(.accessContext) { members.append(("AppAccessContext", accessContext())) }
        members += oddMembers("record", twice: "ClientRegion")
        if let event = event() { members.append(("CopilotEventData", event)) }
        let record = JSONNode.members(members)
        return shapes.contains(.keyCase) ? record.respelled(random.below(3)) : record
    }

    private var recordType: JSONNode {
        if shapes.contains(.recordTypeAsName) { return "CopilotInteraction" }
        return shapes.contains(.recordTypeAsText) ? "261" : 261
    }

    private var userType: JSONNode {
        guard shapes.contains(.userTypeAsText) else { return number % 9 == 0 ? 10 : 0 }
        return ["Regular", "0", "Guest", "ServicePrincipal"][number % 4]
    }

    private var applicationIdentity: JSONNode {
        guard shapes.contains(.applicationObject) else { return "Copilot.MicrosoftCopilot.BizChat" }
        let plugins: JSONNode = [["Name": "Lookup", "Version": .null]]
        return ["AppId": "Copilot.Studio.x", "DisplayName": "Field \"app\"", "PublisherId": "", "Plugins": plugins]
    }

    private mutating func accessContext() -> JSONNode {
        let guid = SampleGUID(high: random.next(), low: random.next())
        return [
            "AADSessionId": .text(guid.text), "CorrelationId": .text(guid.text), "UniqueTokenId": .text(guid.digits),
            "IssuedAtTime": "1601-01-01T00:00:00", "APIId": "", "ClientAppId": .null, "DeviceId": "",
            "TokenIssuedAtTime": "2025-02-30T25:61:00",
        ]
    }

    private mutating func event() -> JSONNode? {
        if shapes.contains(.eventMissing) { return nil }
        if shapes.contains(.eventNull) { return .null }
        var parts = ShapedParts(shapes: shapes, random: random, number: number, text: text)
        var members: [(String, JSONNode)] = [
            ("AppHost", .text(random.pick(["Word", "teams", "BizChat", "ContosoApp"]))),
            ("ThreadId", text("19:\(number)@thread.v2")),
        ]
        members += parts.arrays()
        random = parts.random
        members += oddMembers("event", twice: "ThreadId")
        let event = JSONNode.members(members)
        return shapes.contains(.eventAsText) ? event.asText : event
    }

    /// Text with the oddities of characters that the record has.
    private func text(_ base: String) -> JSONNode {
        var json = JSONNode.text(base, JSONStyle(escapesSlashes: shapes.contains(.escapedSlashes))).json.dropLast()
        if shapes.contains(.loneSurrogates) { json += "\\ud83d! \\udc00!" }
        if shapes.contains(.nulEscapes) { json += "a\\u0000b\\u0001\\u001f" }
        if shapes.contains(.escapedSlashes) { json += "\\/\\u002f\\u00e4\\b\\f" }
        return .scalar(json + "\"")
    }

    /// Members that no documentation names, or that stand there a second time.
    private mutating func oddMembers(_ level: String, twice key: String) -> [(String, JSONNode)] {
        OddMembers.make(shapes, level: level, twice: key, text: text, &random)
    }
}
