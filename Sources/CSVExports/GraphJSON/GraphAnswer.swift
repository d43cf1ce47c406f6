import UsageFormats

/// What the beginning of an answer of Graph shows, however it was saved: as a page, pages in an array, or elements.
struct GraphAnswer {
    /// How the elements lie in the text.
    let layout: JSONElementReader.Layout

    /// What the first page says that it answers.
    let context: GraphContext

    /// The keys of the first element without annotations, lower case; empty when none is shown.
    let keys: Set<String>

    /// The kind that the first element gives itself, lower case; empty when it does not.
    let type: String

    /// Whether the answer shows no element, so that its context alone tells what it is.
    let isEmpty: Bool

    /// Looks at the beginning of a file; nil when it is no JSON.
    init?(_ beginning: FileBeginning) {
        guard case .json(let outline) = beginning else { return nil }
        let first = outline.root.firstElement ?? outline.root
        context = GraphContext(first.member("@odata.context")?.text ?? "")
        let element: JSONOutline.Value?
        if case .array(let record)? = first.member("value") {
            layout = .pages
            element = record
        } else {
            layout = .elements
            element = first
        }
        keys = Set((element?.keys ?? []).map { $0.lowercased() }.filter { !$0.contains("@") || $0 == "@removed" })
        type = element?.member("@odata.type")?.text?.lowercased() ?? ""
        isEmpty = keys.isEmpty
    }
}
