/// Members of an object that no documentation names, or that stand there a second time.
enum OddMembers {
    /// Members for one level of a record.
    ///
    /// - Parameter key: The key that comes a second time when keys do.
    static func make(
        _ shapes: Set<RecordShape>,
        level: String,
        twice key: String,
        text: (String) -> JSONNode,
        _ random: inout RandomSource
    ) -> [(String, JSONNode)] {
        var members: [(String, JSONNode)] = []
        if shapes.contains(.unknownFields) {
            members.append(("Unknown.\(level)", node(depth: 3, &random)))
            members.append(("x-\(level) \\\"quoted\\\"", text("note")))
        }
        if shapes.contains(.deepFields) {
            var deep: JSONNode = ["End": true]
            for step in 0..<random.integer(in: 20...60) {
                deep = step % 2 == 0 ? [deep, .null] : ["Level": deep, "Step": .init(integerLiteral: step)]
            }
            members.append(("Deep\(level)", deep))
        }
        if shapes.contains(.hugeNumbers) { members.append(("Numbers", .array(numbers.map { .scalar($0) }))) }
        if shapes.contains(.duplicateKeys) { members.append((key, .text("again \(random.below(9))"))) }
        if shapes.contains(.duplicateKeysByCase) {
            members.append((random.chance(0.5) ? key.uppercased() : key.lowercased(), text("other case")))
        }
        return members
    }

    private static let numbers = [
        "9223372036854775807", "-9223372036854775808", "9223372036854775808", "18446744073709551616",
        "123456789012345678901234567890", "0.1000000000000000055511151231257827", "1.7976931348623157e308", "1E+2",
        "-0.0", "5e-324", "-0", "1.50",
    ]

    private static func node(depth: Int, _ random: inout RandomSource) -> JSONNode {
        switch depth > 0 ? random.below(8) : random.below(5) {
        case 0: return .text("value \(random.below(99)) äß€😀")
        case 1: return .init(integerLiteral: random.below(1_000_000))
        case 2: return .null
        case 3: return .init(booleanLiteral: random.chance(0.5))
        case 4: return ""
        case 5: return .array((0..<random.below(4)).map { _ in node(depth: depth - 1, &random) })
        default: return .members((0..<random.below(4)).map { ("k\($0)", node(depth: depth - 1, &random)) })
        }
    }
}

extension JSONNode {
    /// The same value with the keys of its objects in another case: 0 in camel case, 1 in upper case, 2 in lower case.
    func respelled(_ spelling: Int) -> JSONNode {
        switch self {
        case .scalar: return self
        case .array(let elements): return .array(elements.map { $0.respelled(spelling) })
        case .object(let members):
            return .object(
                members.map { member in
                    var result = member
                    result.value = member.value.respelled(spelling)
                    // An escape inside a key is no letter.
                    guard !member.key.contains("\\") else { return result }
                    switch spelling {
                    case 0: result.key = member.key.prefix(1).lowercased() + member.key.dropFirst()
                    case 1: result.key = member.key.uppercased()
                    default: result.key = member.key.lowercased()
                    }
                    return result
                }
            )
        }
    }
}
