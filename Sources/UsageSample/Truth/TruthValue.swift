/// A value of `truth.json`.
enum TruthValue: Sendable {
    case integer(Int)
    case text(String)
    case flag(Bool)
    case null
    case object([String: TruthValue])

    /// Appends the value as JSON with sorted keys, one per line.
    func append(to output: inout ByteBuffer) {
        append(to: &output, depth: 0)
        output.append("\n")
    }

    private func append(to output: inout ByteBuffer, depth: Int) {
        switch self {
        case .integer(let number): output.append(number)
        case .flag(let flag): output.append(flag ? "true" : "false")
        case .null: output.append("null")
        case .text(let text): TruthValue.append(quoted: text, to: &output)
        case .object(let members):
            output.append("{")
            for (index, member) in members.sorted(by: { $0.key < $1.key }).enumerated() {
                output.append(index == 0 ? "\n" : ",\n")
                TruthValue.indent(depth + 1, &output)
                TruthValue.append(quoted: member.key, to: &output)
                output.append(": ")
                member.value.append(to: &output, depth: depth + 1)
            }
            if !members.isEmpty {
                output.append("\n")
                TruthValue.indent(depth, &output)
            }
            output.append("}")
        }
    }

    private static func append(quoted text: String, to output: inout ByteBuffer) {
        var quoted = ByteBuffer(capacity: text.utf8.count + 2)
        quoted.value(text, JSONStyle())
        output.bytes.append(contentsOf: quoted.bytes)
    }

    private static func indent(_ depth: Int, _ output: inout ByteBuffer) {
        for _ in 0..<depth { output.append("  ") }
    }
}
