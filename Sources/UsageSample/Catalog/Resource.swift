/// Something that Copilot read for an answer: a document, a message, a web page.
///
/// No two resources of a tenant agree in all five fields.
struct Resource: Sendable {
    /// The position in the order in which resources are first seen.
    var number: Int
    var id: String?
    var listItemUniqueID: String?
    var name: String?
    var siteURL: String?
    var type: String?
}
