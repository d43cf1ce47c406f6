/// Rewrites JSON without reading it into values: texts become tokens, numbers 0.
struct PseudonymousJSON {
    private let pseudonyms: Pseudonyms

    init(_ pseudonyms: Pseudonyms) { self.pseudonyms = pseudonyms }

    func rewritten(_ text: String) -> String {
        let bytes = Array(text.utf8)
        var result: [UInt8] = []
        var position = 0
        var member = ""
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: "\""):
                var end = position + 1
                while end < bytes.count, bytes[end] != UInt8(ascii: "\"") {
                    end += bytes[end] == UInt8(ascii: "\\") ? 2 : 1
                }
                end = min(end, bytes.count)
                let value = JSONLiteral.text(of: bytes[(position + 1)..<end])
                let isMember = isName(bytes, after: end)
                if isMember { member = value }
                let token = isMember && Self.isPlain(value) ? value : pseudonyms.free(value)
                result += Array("\"".utf8) + JSONLiteral.literal(of: token) + Array("\"".utf8)
                position = end + 1
            case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
                let start = position
                while position < bytes.count, "+-.eE0123456789".utf8.contains(bytes[position]) { position += 1 }
                // The day on which an account was made stands in a column, too.
                result += member == "created_day" ? Array(bytes[start..<position]) : [UInt8(ascii: "0")]
            default:
                result.append(bytes[position])
                position += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// Whether a string is the name of a member.
    private func isName(_ bytes: [UInt8], after end: Int) -> Bool {
        bytes[min(end + 1, bytes.count)...].first { $0 > 0x20 } == UInt8(ascii: ":")
    }

    /// Whether the name of a member is a word, and no name or number of somebody.
    private static func isPlain(_ name: String) -> Bool {
        name.utf8.count <= 64 && !name.contains("@") && name.filter(\.isNumber).count < 4
            && name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || " _.-".contains($0)) }
    }
}
