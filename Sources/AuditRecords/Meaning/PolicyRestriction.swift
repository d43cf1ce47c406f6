import UsageFormats

/// What the PolicyDetails of an accessed resource say: whether a policy or rule took effect, and which.
///
/// An evaluation whose outcomes are all `None` is no restriction; a policy or rule without a name goes by its id.
public struct PolicyRestriction: Sendable, Hashable {
    /// Whether there is at least one policy or rule.
    public let isRestricted: Bool
    /// Distinct names, sorted, joined with `; `; nil without a restriction.
    public let names: String?

    /// Reads PolicyDetails as JSON: an array or object of policies, or a text that holds one.
    ///
    /// Broken text and values of other types say nothing.
    public init(json: String) {
        var names: Set<String> = []
        var isRestricted = false
        var arena = TextArena(capacity: json.utf8.count)
        Self.read(arena.append(json), &arena, depth: 0) { policyNames in
            isRestricted = true
            names.formUnion(policyNames)
        }
        self.isRestricted = isRestricted
        let sorted = names.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
        self.names = isRestricted && !sorted.isEmpty ? sorted.joined(separator: "; ") : nil
    }

    private static func read(
        _ slice: TextSlice,
        _ arena: inout TextArena,
        depth: Int,
        _ found: ([String]) -> Void
    ) {
        var document = JSONDocument()
        guard (try? document.parse(slice, in: arena)) != nil else { return }
        switch document.kind(document.root) {
        case .string where depth == 0:
            guard let text = document.text(document.root, in: &arena), !text.isEmpty else { return }
            read(text, &arena, depth: 1, found)
        case .object:
            readPolicy(document.root, document, &arena, found)
        case .array:
            for element in document.children(document.root) where document.kind(element) == .object {
                readPolicy(element, document, &arena, found)
            }
        default: break
        }
    }

    private static func readPolicy(
        _ policy: JSONNode,
        _ document: JSONDocument,
        _ arena: inout TextArena,
        _ found: ([String]) -> Void
    ) {
        let members = texts(of: policy, document, &arena)
        var names = [members.values["policyname"] ?? members.values["policyid"]].compactMap(\.self)
        var ruleCount = 0
        if let rules = members.arrays["rules"] {
            for rule in document.children(rules) where document.kind(rule) == .object {
                let values = texts(of: rule, document, &arena).values
                ruleCount += 1
                if let name = values["rulename"] ?? values["ruleid"] { names.append(name) }
            }
        }
        if names.isEmpty, ruleCount == 0 {
            // An evaluation: it restricts only by an outcome other than None.
            guard let outcomes = members.arrays["policyoutcomes"] else { return }
            let hasEffect = document.children(outcomes).contains { outcome in
                guard let text = document.text(outcome, in: &arena) else { return false }
                let folded = TextFolding.folded(arena.string(text))
                return !folded.isEmpty && folded != "none"
            }
            guard hasEffect else { return }
            names = [members.values["policytype"]].compactMap(\.self)
        }
        found(names)
    }

    private static func texts(
        of object: JSONNode,
        _ document: JSONDocument,
        _ arena: inout TextArena
    ) -> (values: [String: String], arrays: [String: JSONNode]) {
        var values: [String: String] = [:]
        var arrays: [String: JSONNode] = [:]
        for member in document.children(object) {
            let key = arena.string(document.key(member)).lowercased()
            switch document.kind(member) {
            case .array: arrays[key] = member
            case .string:
                if let text = document.text(member, in: &arena), !text.isEmpty { values[key] = arena.string(text) }
            default: break
            }
        }
        return (values, arrays)
    }
}
