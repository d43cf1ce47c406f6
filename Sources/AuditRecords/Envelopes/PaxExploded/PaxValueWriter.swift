import UsageFormats

/// Writes cells as the JSON values that they were before they were exploded.
struct PaxValueWriter {
    /// The JSON written since ``begin()``.
    private(set) var output: [UInt8] = []
    private var needsComma = false
    /// For values that are JSON themselves: they come to lie four levels deep, and the whole must still be parsed.
    private var document: JSONDocument

    init() { document = JSONDocument(maximumDepth: JSONDocument().maximumDepth - 4) }

    /// Forgets what was written, and opens the outermost object.
    mutating func begin() {
        output.removeAll(keepingCapacity: true)
        needsComma = false
        openObject()
    }

    mutating func openObject(_ key: StaticString = "") { open(key, "{") }

    mutating func openArray(_ key: StaticString) { open(key, "[") }

    mutating func closeObject() { close("}") }

    mutating func closeArray() { close("]") }

    /// Writes a member.
    mutating func write(
        _ key: [UInt8],
        _ cell: TextSlice,
        _ content: PaxPlace.Content,
        _ arena: borrowing TextArena
    ) {
        separate()
        output.append(contentsOf: key)
        let trimmed = content == .text ? cell : arena.trimmed(cell)
        switch content {
        case .text: write(cell, arena)
        case .trimmed: write(trimmed, arena)
        case .number: if !writeInteger(trimmed, arena) { write(cell, arena) }
        case .recordType:
            if writeInteger(trimmed, arena) { break }
            if let number = RecordTypeNames.number(arena.string(trimmed)) {
                output.append(contentsOf: String(number).utf8)
            } else {
                write(cell, arena)
            }
        case .flag:
            switch trimmed.count <= 5 ? arena.string(trimmed).lowercased() : "" {
            case "true": output.append(contentsOf: "true".utf8)
            case "false": output.append(contentsOf: "false".utf8)
            default: write(cell, arena)
            }
        case .json: if !writeJSON(trimmed, arena, unless: { _ in false }) { write(cell, arena) }
        case .policyDetails:
            if !writeJSON(trimmed, arena, unless: { PaxValueWriter.isEvaluation($0, arena) }) { write(cell, arena) }
        }
    }

    /// Writes an element of an array as text.
    mutating func writeElement(_ cell: TextSlice, _ arena: borrowing TextArena) {
        separate()
        write(cell, arena)
    }

    private mutating func open(_ key: StaticString, _ bracket: Character) {
        separate()
        key.withUTF8Buffer { output.append(contentsOf: $0) }
        output.append(contentsOf: bracket.utf8)
        needsComma = false
    }

    private mutating func close(_ bracket: Character) {
        output.append(contentsOf: bracket.utf8)
        needsComma = true
    }

    private mutating func separate() {
        if needsComma { output.append(UInt8(ascii: ",")) }
        needsComma = true
    }

    private mutating func write(_ cell: TextSlice, _ arena: borrowing TextArena) {
        arena.withBytes(of: cell) { JSONString.append($0, to: &output) }
    }

    /// Writes an integer as a number; leaves what is none, or what a number would change.
    private mutating func writeInteger(_ cell: TextSlice, _ arena: borrowing TextArena) -> Bool {
        arena.withBytes(of: cell) { bytes in
            let digits = bytes.first == UInt8(ascii: "-") ? bytes.dropFirst() : bytes[...]
            guard (1...18).contains(digits.count), digits.first != UInt8(ascii: "0") || bytes.count == 1,
                digits.allSatisfy({ $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") })
            else { return false }
            output.append(contentsOf: bytes)
            return true
        }
    }

    /// Writes an object or array that is given as JSON; leaves everything else.
    private mutating func writeJSON(
        _ cell: TextSlice,
        _ arena: borrowing TextArena,
        unless isText: (JSONDocument) -> Bool
    ) -> Bool {
        let first = arena.withBytes(of: cell) { $0.first }
        guard first == UInt8(ascii: "{") || first == UInt8(ascii: "["),
            (try? document.parse(cell, in: arena)) != nil, !isText(document)
        else { return false }
        arena.withBytes(of: cell) { output.append(contentsOf: $0) }
        return true
    }

    /// Whether policy details are evaluations and name no policy or rule.
    ///
    /// Records carry such as one text, which counts as one value, and those that name policies as an array.
    private static func isEvaluation(_ document: JSONDocument, _ arena: borrowing TextArena) -> Bool {
        var isEvaluation = false
        let isArray = document.kind(document.root) == .array
        var element = isArray ? document.firstChild(document.root) : document.root
        while let policy = element {
            element = isArray ? document.nextSibling(policy) : nil
            guard document.kind(policy) == .object else { continue }
            var member = document.firstChild(policy)
            while let node = member {
                member = document.nextSibling(node)
                switch arena.string(document.key(node)).lowercased() {
                case "policyid", "policyname", "rules": return false
                case "policytype", "policyoutcomes": isEvaluation = true
                default: break
                }
            }
        }
        return isEvaluation
    }
}
