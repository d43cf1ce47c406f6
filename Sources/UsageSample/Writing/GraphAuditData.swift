/// Turns AuditData into what an audit search through Graph answers.
///
/// Properties come in an arbitrary order that follows from the record's id, beside annotations of
/// their types; the creation time ends with `Z`.
struct GraphAuditData: Sendable {
    /// How a page holds AuditData.
    enum Form: Sendable {
        /// Properties sit directly in it.
        case flat
        /// Properties sit in an open dictionary inside.
        case dynamicProperties
        /// The flat form as JSON text.
        case text
    }

    let seed: TenantSeed

    private static let plain = "#microsoft.graph.security.defaultAuditData"

    /// Appends the AuditData of a record in a form.
    func append(_ row: RenderedRow, _ form: Form, to json: inout ByteBuffer) {
        // Copies of a record look alike: the order follows from the id.
        var random = seed.random(for: .order, row.envelope.id.high)
        guard case .object(var members) = JSONNode(written: row.auditData.bytes) else { return }
        for index in members.indices where members[index].key == "CreationTime" {
            members[index].value = Self.zoned(members[index].value)
        }
        switch form {
        case .flat:
            append(members, Self.type(of: row.envelope), &random, to: &json)
        case .text:
            var text = ByteBuffer(capacity: row.auditData.bytes.count * 2)
            append(members, Self.type(of: row.envelope), &random, to: &text)
            json.value(text.text, JSONStyle())
        case .dynamicProperties:
            json.openObject()
            json.key("@odata.type")
            json.value(Self.type(of: row.envelope), JSONStyle())
            json.key("dynamicProperties")
            append(members, "#microsoft.graph.security.auditRecordTypeDictionary", &random, to: &json)
            json.closeObject()
        }
    }

    private static func type(of envelope: AuditEnvelope) -> String {
        let isInteraction = envelope.recordType == 261 && envelope.id.low & 1 == 0
        return isInteraction ? "#microsoft.graph.security.copilotInteractionAuditRecord" : plain
    }

    private static func zoned(_ time: JSONNode) -> JSONNode {
        guard case .scalar(let text) = time, text.hasSuffix("\""), !text.hasSuffix("Z\"") else { return time }
        return .scalar(text.dropLast() + "Z\"")
    }

    private func append(
        _ members: [JSONNode.Member],
        _ type: String,
        _ random: inout RandomSource,
        to json: inout ByteBuffer
    ) {
        json.openObject()
        json.key("@odata.type")
        json.value(type, JSONStyle())
        for member in random.shuffled(members) {
            if let annotation = annotation(of: member.value) {
                json.key(text: member.key + "@odata.type")
                json.value(annotation, JSONStyle())
            }
            json.key(text: member.key)
            append(member.value, &random, to: &json)
        }
        json.closeObject()
    }

    private func append(_ node: JSONNode, _ random: inout RandomSource, to json: inout ByteBuffer) {
        switch node {
        case .scalar(let text):
            json.raw(text: text)
        case .object(let members):
            append(members, Self.plain, &random, to: &json)
        case .array(let elements):
            json.openArray()
            for element in elements { append(element, &random, to: &json) }
            json.closeArray()
        }
    }

    private func annotation(of node: JSONNode) -> String? {
        switch node {
        case .object:
            return nil
        case .array(let elements):
            if case .scalar(let first)? = elements.first { return first.hasPrefix("\"") ? "#Collection(String)" : nil }
            return "#Collection(microsoft.graph.security.defaultAuditData)"
        case .scalar(let text):
            guard let first = text.utf8.first, (48...57).contains(first) || first == UInt8(ascii: "-") else {
                return nil
            }
            return Int(text) == nil ? "#Double" : "#Int64"
        }
    }
}
