/// The users that the Purview Audit Log Processor (PAX) exports: a directory with managers, and a licence list.
public struct PaxUsersLayout: PeopleLayout, Hashable {
    /// The file EntraUsers_MAClicensing.
    public static let formats = ["pax-users-csv"]

    /// What rows need.
    public static let expectation = "a column userPrincipalName or id, and a column assignedLicenses or hasLicense"

    /// Columns beside the licences that no other list has.
    private static let ownColumns = [
        "employeeorgdatadivision", "employeeorgdatacostcenter", "proxyaddressesprimary", "proxyaddressescount",
        "businessarealabel", "costcentrelabel", "companycodelabel", "countryofemployment", "managermail",
        "managerjobtitle",
    ]

    /// The titles of the columns, trimmed.
    public var titles: [String] { header.titles }

    /// The file EntraUsers_MAClicensing.
    public var format: String { "pax-users-csv" }

    /// A directory, and a licence list when it has one of the licence columns.
    public var contents: ListContents {
        guard licenses.isPresent else { return ListContents(subjects: .directory, attributes: columns.attributes) }
        return ListContents(subjects: [.directory, .licenses], attributes: columns.attributes.union(.licenses))
    }

    private let header: HeaderCells
    private let identity: IdentityColumns
    private let columns: DirectoryColumns
    private let licenses: AssignedLicensesColumns

    /// Reads a header; nil when it has none of the file's own columns.
    ///
    /// Its column UserName holds display names, and is nobody's name here.
    ///
    /// - Parameter isForced: Whether the caller says that it is one, so that a column with names or ids is enough.
    public init?(header titles: [String], isForced: Bool = false) {
        header = HeaderCells(titles)
        guard let identity = IdentityColumns(header) else { return nil }
        licenses = AssignedLicensesColumns(header)
        let isExport = licenses.hasSKUs || licenses.isPresent && header.column(Self.ownColumns) != nil
        let isForeign = header.isOfAuditRecords || header.isOfUsageReport
        guard isForced || isExport && !isForeign else { return nil }
        self.identity = identity
        columns = DirectoryColumns(header)
    }

    /// Reads the trimmed cells of a row.
    public func person(_ cells: [String], _ notes: inout [ListNote]) throws(ListRejection) -> ListedPerson {
        var person = ListedPerson()
        var known = try identity.read(cells, into: &person)
        columns.read(cells, into: &person, &known, &notes)
        licenses.read(cells, into: &person, &known, &notes)
        var extra = JSONObjectText()
        extra.add(cells, titles: titles, except: known)
        person.extra = extra.text
        return person
    }
}
