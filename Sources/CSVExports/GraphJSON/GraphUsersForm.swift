public import UsageFormats

/// The users of Graph as its answers were saved: a page, pages in an array or one after the other, an array, lines.
///
/// They are a directory, and a licence list when the first user shows `assignedLicenses`.
public struct GraphUsersForm: ListForm, Hashable {
    /// Users of Graph.
    public static let formats = ["graph-users-json"]

    /// What files of this form show.
    public static let expectation = "an answer of Graph to /users"

    /// Members that say of an object that it is a user, beside the name and the id that other things have as well.
    private static let userKeys: Set<String> = [
        "accountenabled", "assignedlicenses", "assignedplans", "businessphones", "companyname", "department",
        "employeeid", "givenname", "jobtitle", "licenseassignmentstates", "mailnickname", "manager", "mobilephone",
        "officelocation", "onpremisessyncenabled", "preferredlanguage", "proxyaddresses", "surname", "usagelocation",
        "usertype",
    ]

    /// Members that users and other things have.
    private static let commonKeys: Set<String> = ["id", "userprincipalname", "displayname", "mail"]

    /// Members that say of an object with a user's name that it is a record or a report.
    private static let foreignKeys: Set<String> = [
        "auditdata", "auditlogrecordtype", "operation", "recordtype", "creationtime", "reportrefreshdate",
        "reportperiod", "lastactivitydate", "appid", "appdisplayname", "userid", "skuid",
    ]

    /// Users of Graph.
    public var format: String { "graph-users-json" }

    /// What the first user and the page's context show.
    public let contents: ListContents

    private let isInPages: Bool

    /// Takes an answer whose context or first element is of users.
    public init?(_ beginning: FileBeginning, isDeclared: Bool) {
        guard let answer = GraphAnswer(beginning), isDeclared || Self.isOfUsers(answer) else { return nil }
        isInPages = answer.layout == .pages
        var attributes: ListedAttributes = []
        for key in answer.keys { attributes.formUnion(GraphUser.attribute(of: key)) }
        if answer.context.isUsers {
            for key in answer.context.selection { attributes.formUnion(GraphUser.attribute(of: key)) }
        }
        contents = ListContents(
            subjects: attributes.contains(.licenses) ? [.directory, .licenses] : .directory,
            attributes: attributes,
            licenseScope: .everySKU
        )
    }

    /// Reads the users one by one.
    public func reader(of file: OpenedFile) -> (any ListReader)? {
        GraphUsersReader(file, layout: isInPages ? .pages : .elements)
    }

    private static func isOfUsers(_ answer: GraphAnswer) -> Bool {
        if answer.context.isUsers { return true }
        guard answer.context.isEmpty || answer.context.mayBeUsers, answer.keys.isDisjoint(with: foreignKeys) else {
            return false
        }
        if !answer.type.isEmpty { return answer.type == "#microsoft.graph.user" }
        let isTelling = !answer.keys.isDisjoint(with: userKeys)
        if answer.keys.contains("userprincipalname") { return isTelling || answer.keys.isSubset(of: commonKeys) }
        return isTelling && answer.keys.contains("id")
    }
}
