/// A JSON value whose members keep their order, may repeat, and keep the spelling of their text.
indirect enum JSONNode: Sendable {
    /// A member of an object; the key is what stands between the quotes.
    struct Member: Sendable {
        var key: String
        var value: JSONNode
    }

    case object([Member])
    case array([JSONNode])
    /// Text, a number, `true`, `false` or `null`, as it stands in JSON.
    case scalar(String)

    static let null = JSONNode.scalar("null")

    /// Text, escaped where JSON needs it.
    static func text(_ text: String, _ style: JSONStyle = JSONStyle()) -> JSONNode {
        var buffer = ByteBuffer(capacity: text.utf8.count + 2)
        buffer.value(text, style)
        return .scalar(buffer.text)
    }

    /// An object with members in the order given.
    static func members(_ members: [(String, JSONNode)]) -> JSONNode {
        .object(members.map { Member(key: $0.0, value: $0.1) })
    }

    /// The JSON of the value.
    var json: String {
        var buffer = ByteBuffer(capacity: 256)
        append(to: &buffer)
        return buffer.text
    }

    /// The JSON of the value, as a text inside JSON.
    var asText: JSONNode { .text(json) }

    /// Appends the value, after a comma when it follows another element.
    func append(to json: inout ByteBuffer) {
        switch self {
        case .scalar(let text):
            json.raw(text: text)
        case .array(let elements):
            json.openArray()
            for element in elements { element.append(to: &json) }
            json.closeArray()
        case .object(let members):
            json.openObject()
            for member in members {
                json.key(text: member.key)
                member.value.append(to: &json)
            }
            json.closeObject()
        }
    }
}

extension JSONNode: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    init(stringLiteral value: String) {
        self = .text(value)
    }

    init(integerLiteral value: Int) {
        self = .scalar(String(value))
    }

    init(booleanLiteral value: Bool) {
        self = .scalar(value ? "true" : "false")
    }

    init(arrayLiteral elements: JSONNode...) {
        self = .array(elements)
    }

    init(dictionaryLiteral elements: (String, JSONNode)...) {
        self = .members(elements)
    }
}
