import UsageFormats

/// One element of a JSON report and the rows in it: the objects of its collection, each with the element's members.
///
/// A user without periods, and a count without a collection, is a row itself.
struct ReportElement {
    /// Why a row cannot be read, and whether the element's own members are to blame.
    struct Failure: Error {
        let reason: ReportRejection
        let isOfElement: Bool
    }

    private let kind: ReportKind
    /// The members of the element without the collection.
    private let members: [ReportJSON.Member]
    private let isVersion2: Bool

    /// The objects that are rows; nil stands for the element itself.
    let rows: [JSONNode?]
    /// The key of a collection without rows, when no row comes of the element.
    let emptyCollection: String?

    /// Reads the element that was parsed last.
    init(_ kind: ReportKind, _ json: inout ReportJSON) throws(ReportRejection) {
        guard json.kind(json.root) == .object else { throw .notAnObject }
        var members = json.members(of: json.root)
        let collection = members.firstIndex(where: \.isCollection).map { members.remove(at: $0) }
        var rows: [JSONNode?] = []
        if let collection { rows = try Self.rows(of: collection, &json) }
        emptyCollection = rows.isEmpty && kind != .userDetail ? collection?.title : nil
        if rows.isEmpty, emptyCollection == nil { rows = [nil] }

        // What one row has a column for, all have.
        var isVersion2 = Self.isVersion2(members)
        for case let row? in rows where !isVersion2 && json.kind(row) == .object {
            isVersion2 = Self.isVersion2(json.members(of: row))
        }
        self.kind = kind
        self.members = members
        self.isVersion2 = isVersion2
        self.rows = rows
    }

    /// Decodes one of the rows; what it tells itself goes before what the element tells.
    func decode(_ row: JSONNode?, _ json: inout ReportJSON) throws(Failure) -> ReportRow {
        var draft = ReportRowDraft(kind, isVersion2: isVersion2)
        if json.isTranscoded { draft.note(.notUTF8) }
        if let row {
            guard json.kind(row) == .object else { throw Failure(reason: .notAnObject, isOfElement: false) }
            for member in json.members(of: row) {
                draft.take(json.value(member.node), as: member.field, title: member.title)
            }
        }
        for member in members { draft.take(json.value(member.node), as: member.field, title: member.title) }
        do {
            return try draft.row()
        } catch {
            throw Failure(reason: error, isOfElement: row == nil || error.code != .missingReportDate)
        }
    }

    private static func rows(
        of collection: ReportJSON.Member,
        _ json: inout ReportJSON
    ) throws(ReportRejection) -> [JSONNode?] {
        switch json.kind(collection.node) {
        case .array: return json.children(collection.node)
        case .object: return [collection.node]
        default:
            guard json.value(collection.node) == .empty else { throw .notACollection(collection.title) }
            return []
        }
    }

    private static func isVersion2(_ members: [ReportJSON.Member]) -> Bool {
        members.contains { $0.field?.isVersion2Only == true }
    }
}
