/// A directory list: the users of Entra, as its portal and scripts export them, with any choice of columns.
public struct DirectoryLayout: PeopleLayout, Hashable {
    /// The download of Entra's portal, and what scripts make of it.
    public static let formats = ["entra-users-csv"]

    /// What rows need.
    public static let expectation = "a column userPrincipalName or id"

    /// Columns that only a directory has.
    private static let directoryColumns = [
        "department", "organization", "jobtitle", "accountenabled", "usertype", "usagelocation", "companyname",
        "officelocation", "physicaldeliveryofficename", "objectid", "id", "givenname", "surname", "creationtype",
        "directorysynced", "manager", "managerupn", "manageruserprincipalname", "managerid",
    ]

    /// The titles of the columns, trimmed.
    public var titles: [String] { header.titles }

    /// The download of Entra's portal, and what scripts make of it.
    public var format: String { "entra-users-csv" }

    /// A directory without a day.
    public var contents: ListContents { ListContents(subjects: .directory, attributes: columns.attributes) }

    /// Whether the list has a department column.
    public var hasDepartment: Bool { columns.attributes.contains(.department) }
    /// Whether the list has a job title column.
    public var hasJobTitle: Bool { columns.attributes.contains(.jobTitle) }
    /// Whether the list has an account state column.
    public var hasAccountEnabled: Bool { columns.attributes.contains(.accountEnabled) }
    /// Whether the list has a user type column.
    public var hasUserType: Bool { columns.attributes.contains(.userType) }
    /// Whether the list has a column that names managers.
    public var hasManager: Bool { columns.attributes.contains(.manager) }

    private let header: HeaderCells
    private let identity: IdentityColumns
    private let columns: DirectoryColumns

    /// Reads a header; nil when it is no directory list.
    ///
    /// - Parameter isForced: Whether the caller says that it is one, so that a column with names is enough.
    public init?(header titles: [String], isForced: Bool = false) {
        header = HeaderCells(titles)
        guard let identity = IdentityColumns(header, allowsUsername: true) else { return nil }
        let isDirectory = header.column(Self.directoryColumns) != nil && header.column(["username"]) == nil
        let isForeign = header.isOfAuditRecords || header.isOfUsageReport
        guard isForced || isDirectory && !isForeign else { return nil }
        self.identity = identity
        columns = DirectoryColumns(header)
    }

    /// Reads the trimmed cells of a row.
    public func person(_ cells: [String], _ notes: inout [ListNote]) throws(ListRejection) -> ListedPerson {
        var person = ListedPerson()
        var known = try identity.read(cells, into: &person)
        columns.read(cells, into: &person, &known, &notes)
        var extra = JSONObjectText()
        extra.add(cells, titles: titles, except: known)
        person.extra = extra.text
        return person
    }
}
