import UsageFormats

/// One element of a JSON report at a time, parsed; its memory serves one element after another.
struct ReportJSON {
    /// A member of an object, with its meaning.
    struct Member {
        let title: String
        /// What the member tells of a row; nil when that is not known.
        let field: ReportField?
        /// Whether its key is the one of the rows of an element.
        let isCollection: Bool
        let node: JSONNode
    }

    /// What a key stands for.
    private enum Meaning {
        case field(ReportField?)
        case collection
        /// Something about another member (`@odata.type`, `Name@odata.type`), which is no part of the report.
        case annotation
    }

    /// Keys whose meaning is remembered; a report has a few dozen.
    private static let keyLimit = 1024

    private let reportKind: ReportKind

    private var text = TextArena()
    private var document = JSONDocument()
    private var meanings: [String: Meaning] = [:]

    /// The element as it came.
    private(set) var element = TextSlice.empty
    /// Whether the element is not UTF-8 and was read as Windows-1252.
    private(set) var isTranscoded = false

    init(_ reportKind: ReportKind) { self.reportKind = reportKind }

    /// The outermost value of the element.
    var root: JSONNode { document.root }

    /// Copies an element to the text, after which ``parse()`` reads it.
    mutating func open(_ copy: (inout TextArena) -> TextSlice) {
        text.removeAll()
        isTranscoded = false
        element = copy(&text)
    }

    mutating func parse() throws(ReportRejection) {
        do {
            try document.parse(element, in: text)
        } catch {
            guard error.code == .invalidUTF8 else { throw .brokenJSON(error) }
            isTranscoded = true
            let transcoded = text.withBytes(of: element) { Windows1252.utf8($0) }
            let copy = transcoded.withUnsafeBufferPointer { text.append($0) }
            do {
                try document.parse(copy, in: text)
            } catch {
                throw .brokenJSON(error)
            }
        }
    }

    func kind(_ node: JSONNode) -> JSONKind { document.kind(node) }

    func children(_ node: JSONNode) -> [JSONNode] { Array(document.children(node)) }

    /// The members of an object without those that annotate others.
    mutating func members(of object: JSONNode) -> [Member] {
        var members: [Member] = []
        for node in document.children(object) {
            let title = text.string(document.keyText(node, in: &text) ?? document.key(node))
            switch meaning(of: title) {
            case .field(let field):
                members.append(Member(title: title, field: field, isCollection: false, node: node))
            case .collection:
                members.append(Member(title: title, field: nil, isCollection: true, node: node))
            case .annotation: continue
            }
        }
        return members
    }

    mutating func value(_ node: JSONNode) -> ReportValue {
        switch document.kind(node) {
        case .null: return .empty
        case .integer, .real: return .number(raw(node))
        case .string:
            guard let content = document.text(node, in: &text) else { return .other(raw(node)) }
            return ReportValue(cell: text.string(content))
        case .object, .array, .true, .false: return .other(raw(node))
        }
    }

    /// A value as written.
    func raw(_ node: JSONNode) -> String { text.string(document.raw(node)) }

    /// The element as written.
    var rawElement: String {
        text.withBytes(of: element) { isTranscoded ? Windows1252.string($0) : String(decoding: $0, as: UTF8.self) }
    }

    /// Bytes of the element before a value in it, and the line breaks among them.
    func offset(of node: JSONNode) -> (bytes: Int, lines: Int) {
        let count = document.raw(node).range.lowerBound - element.range.lowerBound
        return text.withBytes(of: element) { bytes in
            (count, bytes.prefix(count).reduce(0) { $0 + ($1 == UInt8(ascii: "\n") ? 1 : 0) })
        }
    }

    private mutating func meaning(of key: String) -> Meaning {
        if let known = meanings[key] { return known }
        let meaning: Meaning =
            if key.hasPrefix("@") || key.contains("@odata.") {
                .annotation
            } else if reportKind.isCollection(key) {
                .collection
            } else {
                .field(ReportField(title: key))
            }
        if meanings.count < Self.keyLimit { meanings[key] = meaning }
        return meaning
    }
}
