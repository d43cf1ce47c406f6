/// The arrays of an interaction with oddities.
struct ShapedParts {
    let shapes: Set<RecordShape>
    var random: RandomSource
    let number: Int
    /// Text with the oddities of characters that the record has.
    let text: (String) -> JSONNode

    /// The arrays, each in the shape that the record has.
    mutating func arrays() -> [(String, JSONNode)] {
        var arrays: [(String, [JSONNode])] = [
            ("AccessedResources", resources()), ("Contexts", contexts()), ("AISystemPlugin", plugins()),
            ("ModelTransparencyDetails", models()),
        ]
        if shapes.contains(.messageIDsOnly) {
            arrays.append(("MessageIds", [text("1714000000001"), .scalar("17140"), .null, ["Id": "17"]]))
        } else {
            arrays.append(("Messages", messages()))
            if random.chance(0.3) { arrays.append(("MessageIds", [])) }
        }
        return arrays.compactMap { key, elements in
            guard let value = shaped(elements) else { return nil }
            return (key, value)
        }
    }

    private mutating func shaped(_ elements: [JSONNode]) -> JSONNode? {
        let isOdd = random.chance(0.6)
        if isOdd, shapes.contains(.singleObjects) { return elements.first ?? [:] }
        if isOdd, shapes.contains(.nullArrays) { return .null }
        if isOdd, shapes.contains(.emptyTextArrays) { return "" }
        if isOdd, shapes.contains(.textArrays) { return JSONNode.array(elements).asText }
        if isOdd, shapes.contains(.missingArrays) { return nil }
        return .array(elements)
    }

    private mutating func odd(_ level: String, twice key: String) -> [(String, JSONNode)] {
        guard random.chance(0.5) else { return [] }
        return OddMembers.make(shapes, level: level, twice: key, text: text, &random)
    }

    private mutating func messages() -> [JSONNode] {
        (0..<random.integer(in: 0...5)).map { index in
            var members: [(String, JSONNode)] = [(random.chance(0.1) ? "ID" : "Id", text("17140000\(index)"))]
            let isPrompt = index % 2 == 0
            if shapes.contains(.promptText) {
                members.append(("isPrompt", .text(random.pick([isPrompt ? "true" : "false", "True", "FALSE", ""]))))
            } else if !shapes.contains(.promptMissing) || random.chance(0.3) {
                members.append((random.chance(0.2) ? "IsPrompt" : "isPrompt", .init(booleanLiteral: isPrompt)))
            }
            if random.chance(0.3) { members.append(("JailbreakDetected", random.chance(0.2) ? .null : false)) }
            if random.chance(0.2) { members.append(("Size", .scalar("9223372036854775807"))) }
            return .members(members + odd("message", twice: "Id"))
        }
    }

    private mutating func contexts() -> [JSONNode] {
        (0..<random.below(3)).map { index in
            .members(
                [("Id", text("https://contoso.sharepoint.com/c/\(index)")), ("Type", index == 0 ? "docx" : "")]
                    + (random.chance(0.2) ? [("Items", [[:], 4]), ("ContainerId", .null)] : [])
                    + odd("context", twice: "Type")
            )
        }
    }

    private mutating func plugins() -> [JSONNode] {
        (0..<random.below(3)).map { index in
            index == 1 ? [:] : .members([("Id", "BingWebSearch"), ("Name", "BuiltIn")] + odd("plugin", twice: "Name"))
        }
    }

    private mutating func models() -> [JSONNode] {
        (0..<random.below(3)).map { _ in
            .members(
                [("ModelProviderName", "OpenAI"), ("ModelName", .null)] + odd("model", twice: "ModelProviderName")
            )
        }
    }

    private mutating func resources() -> [JSONNode] {
        let isMany = shapes.contains(.hundredsOfResources)
        return (0..<(isMany ? random.integer(in: 150...350) : random.below(4))).map { index in
            let path = shapes.contains(.longSiteURL) && index == 0 ? String(repeating: "deep-folder/", count: 700) : ""
            var members: [(String, JSONNode)] = [
                ("Action", "Read"), (random.chance(0.2) ? "ID" : "Id", .text("01R\(number % 50)-\(index)")),
                ("Name", text("Plan \(index).docx")),
                ("SiteUrl", text("https://contoso.sharepoint.com/sites/x/\(path)Plan%20\(index).docx")),
                (random.chance(0.3) ? "listItemUniqueId" : "ListItemUniqueId", random.chance(0.5) ? .null : ""),
                ("Type", "docx"), ("SensitivityLabelId", ""),
            ]
            if shapes.contains(.policyShapes) { members.append(("PolicyDetails", random.pick(Self.policies))) }
            if random.chance(0.3) { members.append(("XPIADetected", random.chance(0.5) ? "true" : false)) }
            return .members(members + (isMany ? [] : odd("resource", twice: "Name")))
        }
    }

    private static let documented: JSONNode = [
        "PolicyId": "3f2a", "PolicyName": "Keep \"contracts\"",
        "Rules": [["RuleId": "r1", "Actions": ["BlockAccess"], "RuleMode": "Enforce", "Severity": "High"]],
    ]
    private static let evaluation: JSONNode = [
        "PolicyType": "Purview", "PolicyOutcomes": ["None"],
        "AuditLog": .scalar("\"{\\u0022PolicyDetails\\u0022:[],\\u0022AssociatedAdminUnits\\u0022:[]}\""),
    ]
    private static let policies: [JSONNode] = [
        "", "  ", .null, [], [:], documented, .array([documented]), .array([documented]).asText,
        .array([evaluation]), .array([evaluation, documented]).asText, "[{broken", 7, true,
        [1, "x", .null, documented],
        ["PolicyOutcomes": "None", "Rules": .null],
    ]
}
