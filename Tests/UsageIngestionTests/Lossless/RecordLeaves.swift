import UsageFormats

/// The non-empty values of a record with their places, as a bag: what must not be lost on the way into the warehouse.
///
/// Two records have the same leaves when they differ only in what the warehouse documents as normalised: order and case
/// of keys, annotations, empty values, JSON text where an object or array belongs, a single object where an array
/// belongs, null elements, the zone of CreationTime, case of ids, numbers and truth values as text, names of record and
/// user types.
struct RecordLeaves {
    struct Leaf: Hashable {
        var path: String
        var value: String
    }

    private(set) var counts: [Leaf: Int] = [:]

    /// The leaves of a record's JSON.
    init(record json: String) {
        var arena = TextArena()
        let slice = arena.append(json)
        add(slice, at: "", &arena)
    }

    init() {}

    /// The record's id.
    var recordID: String? { counts.keys.first { $0.path == "id" }?.value }

    /// What these leaves have more often than others, a line each.
    func missing(from others: RecordLeaves) -> [String] {
        counts.filter { $0.value > others.counts[$0.key, default: 0] }
            .map { "\($0.key.path) = \($0.key.value.prefix(80))" }
            .sorted()
    }

    mutating func add(_ value: String?, at path: String) {
        guard let value, !value.isEmpty else { return }
        counts[Leaf(path: path, value: Self.normalised(value, at: path)), default: 0] += 1
    }

    /// Adds the leaves of JSON that stands at a place of the record.
    mutating func add(json: String?, at path: String) {
        guard let json, !json.isEmpty else { return }
        var arena = TextArena()
        let slice = arena.append(json)
        add(slice, at: path, &arena)
    }

    private mutating func add(_ slice: TextSlice, at path: String, _ arena: inout TextArena) {
        var document = JSONDocument()
        guard (try? document.parse(slice, in: arena)) != nil else { return add(arena.string(slice), at: path) }
        add(document.root, of: document, at: path, &arena)
    }

    private mutating func add(_ node: JSONNode, of document: JSONDocument, at path: String, _ arena: inout TextArena) {
        switch document.kind(node) {
        case .null: break
        case .object:
            // A single object stands for an array of one.
            let place = Self.arrays.contains(path) ? path + "[0]" : path
            for member in document.children(node) {
                let key = document.keyText(member, in: &arena) ?? document.key(member)
                let name = arena.string(key).lowercased()
                if name.hasPrefix("@") || name.contains("@odata.") { continue }
                add(member, of: document, at: place.isEmpty ? name : "\(place).\(name)", &arena)
            }
        case .array:
            let isKnown = Self.arrays.contains(path)
            let elements = document.children(node).filter { !isKnown || document.kind($0) != .null }
            for (index, element) in elements.enumerated() {
                add(element, of: document, at: "\(path)[\(index)]", &arena)
            }
        case .string:
            guard let text = document.text(node, in: &arena) else {
                // Text that cannot be stored is kept as it is written.
                return add(arena.string(document.raw(node)), at: path)
            }
            if Self.unfolded.contains(path), isContainer(text, arena) { return add(text, at: path, &arena) }
            add(arena.string(text), at: path)
        default:
            add(arena.string(document.raw(node)), at: path)
        }
    }

    private func isContainer(_ text: TextSlice, _ arena: TextArena) -> Bool {
        var document = JSONDocument()
        guard (try? document.parse(text, in: arena)) != nil else { return false }
        return [.object, .array].contains(document.kind(document.root))
    }

    private static let arrays: Set<String> = Set(
        ["messages", "accessedresources", "contexts", "aisystemplugin", "modeltransparencydetails"]
            .map { "copiloteventdata." + $0 } + ["botupdatedetails", "botcomponentupdatedetails"]
    )

    private static let unfolded: Set<String> = arrays.union(["copiloteventdata", "jsonpropertiescollection"])

    private static let caseless: Set<String> = [
        "id", "organizationid", "copiloteventdata.conversationid", "copiloteventdata.sensitivitylabelid",
    ]

    private static func normalised(_ value: String, at path: String) -> String {
        switch path {
        case "creationtime": return value.hasSuffix("Z") ? String(value.dropLast()) : value
        case "recordtype" where value == "CopilotInteraction": return "261"
        case "usertype": return ["Regular": "0", "Guest": "10", "ServicePrincipal": "6"][value] ?? value
        default:
            let isCaseless =
                caseless.contains(path) || path.hasSuffix(".isprompt") || path.hasSuffix(".xpiadetected")
                || path.hasSuffix("].sensitivitylabelid")
            return isCaseless ? value.lowercased() : value
        }
    }
}
