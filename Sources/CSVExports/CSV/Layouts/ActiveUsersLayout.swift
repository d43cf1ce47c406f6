/// The active users of the admin center: a directory, and by the names of their products a licence list.
public struct ActiveUsersLayout: PeopleLayout, Hashable {
    /// The admin center's export of active users.
    public static let formats = ["active-users-csv"]

    /// What rows need.
    public static let expectation = "a column User principal name or Object Id, and a column Licenses"

    /// Columns that no other list has.
    private static let ownColumns = [
        "licenses", "licenseassignmentdetails", "blockcredential", "softdeletiontimestamp", "oathtokenmetadata",
        "strongpasswordrequired", "lastpasswordchangetimestamp", "lastdirsynctime",
    ]

    /// The titles of the columns, trimmed.
    public var titles: [String] { header.titles }

    /// The admin center's export of active users.
    public var format: String { "active-users-csv" }

    /// A directory, and a licence list when it names products.
    public var contents: ListContents {
        guard products != nil else { return ListContents(subjects: .directory, attributes: columns.attributes) }
        return ListContents(subjects: [.directory, .licenses], attributes: columns.attributes.union(.licenses))
    }

    private let header: HeaderCells
    private let identity: IdentityColumns
    private let columns: DirectoryColumns
    private let products: ProductsColumn?

    /// Reads a header; nil when it has none of the export's own columns.
    ///
    /// - Parameter isForced: Whether the caller says that it is one, so that a column with names or ids is enough.
    public init?(header titles: [String], isForced: Bool = false) {
        header = HeaderCells(titles)
        guard let identity = IdentityColumns(header, allowsUsername: isForced) else { return nil }
        // With a column that says who holds Copilot, the products need not be guessed at.
        let isForeign =
            header.isOfAuditRecords || header.isOfUsageReport || header.column(LicensedUserLayout.licenseTitles) != nil
        guard isForced || header.column(Self.ownColumns) != nil && !isForeign else { return nil }
        self.identity = identity
        columns = DirectoryColumns(header, jobTitle: ["title", "jobtitle"])
        products = ProductsColumn(header, titles: ["licenses"])
    }

    /// Reads the trimmed cells of a row.
    public func person(_ cells: [String], _ notes: inout [ListNote]) throws(ListRejection) -> ListedPerson {
        var person = ListedPerson()
        var known = try identity.read(cells, into: &person)
        columns.read(cells, into: &person, &known, &notes)
        products?.read(cells, into: &person, &known, &notes)
        var extra = JSONObjectText()
        extra.add(cells, titles: titles, except: known)
        person.extra = extra.text
        return person
    }
}
