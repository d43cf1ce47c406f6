/// Finds Microsoft 365 Copilot among the products that a cell names.
enum CopilotProduct {
    /// The product's names: today's, those of 2024, and its part number, in lower case.
    private static let names = [
        "microsoft 365 copilot", "microsoft_365_copilot", "copilot for microsoft 365",
        "microsoft copilot for microsoft 365",
    ]
    private static let nameBytes = names.map { Array($0.utf8) }
    private static let keys = Set(names.map(HeaderCells.key))

    /// Whether a cell with product names, joined by `+`, names the product; nil when that cannot be told.
    ///
    /// The name must be a whole one, as `Microsoft 365 Copilot for Sales` is another product. Product names may hold
    /// ` + ` themselves: next to that, who can tell whether one name ends or another goes on.
    static func isNamed(in cell: String) -> Bool? {
        let text = Array(cell.lowercased().utf8)
        var isUnclear = false
        for name in nameBytes {
            var start = 0
            while start + name.count <= text.count {
                defer { start += 1 }
                let end = start + name.count
                guard text[start] == name[0], text[start..<end].elementsEqual(name) else { continue }
                switch (border(text[..<start].reversed()), border(text[end...])) {
                case (.end, .end): return true
                case (.inside, _), (_, .inside): continue
                default: isUnclear = true
                }
            }
        }
        return isUnclear ? nil : false
    }

    /// Whether a product has one of the names, whatever punctuation stands in it.
    static func isName(_ product: String) -> Bool { keys.contains(HeaderCells.key(product)) }

    /// What stands beside a name.
    private enum Border {
        /// The end of the cell, or of the product.
        case end
        /// More of the same product's name.
        case inside
        case unclear
    }

    /// What the bytes are that lead away from a name.
    private static func border(_ bytes: some Sequence<UInt8>) -> Border {
        var hasBlank = false
        for byte in bytes {
            switch byte {
            case UInt8(ascii: " "), UInt8(ascii: "\t"): hasBlank = true
            case UInt8(ascii: "+"): return hasBlank ? .unclear : .end
            case UInt8(ascii: ","), UInt8(ascii: ";"): return .end
            default: return .inside
            }
        }
        return .end
    }
}
