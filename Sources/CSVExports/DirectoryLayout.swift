import UsageFormats

/// A directory list: the users of Entra, as its portal and scripts export them, with any choice of columns.
public struct DirectoryLayout: ListLayout, Hashable {
    /// Columns that only a directory has.
    static let directoryColumns = [
        "department", "organization", "jobtitle", "accountenabled", "usertype", "usagelocation", "companyname",
        "officelocation", "physicaldeliveryofficename", "objectid", "id", "givenname", "surname", "creationtype",
        "directorysynced",
    ]

    /// The titles of the columns, trimmed.
    public var titles: [String] { header.titles }

    /// A directory list does not tell its day.
    public var tellsDay: Bool { false }
    /// Whether the list has a department column.
    public var hasDepartment: Bool { department != nil }
    /// Whether the list has a job title column.
    public var hasJobTitle: Bool { jobTitle != nil }
    /// Whether the list has an account state column.
    public var hasAccountEnabled: Bool { accountEnabled != nil }
    /// Whether the list has a user type column.
    public var hasUserType: Bool { userType != nil }

    private let header: HeaderCells
    private let name: Int?
    private let objectID: Int?
    private let displayName: Int?
    private let mail: Int?
    private let department: Int?
    private let jobTitle: Int?
    private let accountEnabled: Int?
    private let userType: Int?
    private let createdAt: Int?
    private let texts: [(key: String, column: Int)]

    /// Reads a header; nil when it is no directory list.
    ///
    /// - Parameter isForced: Whether the caller says that it is one, so that a column with names is enough.
    public init?(header titles: [String], isForced: Bool = false) {
        header = HeaderCells(titles)
        name = header.column(["userprincipalname", "upn", "personid", "username"])
        objectID = header.column(["id", "objectid"])
        guard name != nil || objectID != nil else { return nil }
        let isDirectory = header.column(Self.directoryColumns) != nil && header.column(["username"]) == nil
        guard isDirectory || isForced else { return nil }
        displayName = header.column(["displayname"])
        mail = header.column(["mail", "email"])
        department = header.column(["department", "organization"])
        jobTitle = header.column(["jobtitle"])
        accountEnabled = header.column(["accountenabled"])
        userType = header.column(["usertype"])
        createdAt = header.column(["createddatetime"])
        let names = [
            ("company_name", ["companyname"]), ("office_location", ["officelocation", "physicaldeliveryofficename"]),
            ("city", ["city"]), ("country", ["country"]), ("usage_location", ["usagelocation"]),
        ]
        var texts: [(key: String, column: Int)] = []
        for (key, spellings) in names {
            if let column = header.column(spellings) { texts.append((key, column)) }
        }
        self.texts = texts
    }

    /// Reads the trimmed cells of a row.
    public func person(_ cells: [String], _ notes: inout [ListNote]) throws(ListRejection) -> ListedPerson {
        var person = ListedPerson()
        person.userPrincipalName = ListCells.cell(name, of: cells)
        person.objectID = ListCells.cell(objectID, of: cells)
        try ListCells.checkName(person.userPrincipalName, objectID: person.objectID)
        var extra = JSONObjectText()
        if department != nil { person.department = ListCells.cell(department, of: cells) }
        let title = ListCells.cell(jobTitle, of: cells)
        person.jobTitle = title.isEmpty ? nil : title
        let type = ListCells.cell(userType, of: cells)
        person.userType = type.isEmpty ? nil : type
        let state = ListCells.cell(accountEnabled, of: cells)
        person.isAccountEnabled = ListCells.flag(state)
        if !state.isEmpty, person.isAccountEnabled == nil, let accountEnabled {
            notes.append(.unreadableFlag)
            extra.add(titles[accountEnabled], state)
        }
        var attributes = JSONObjectText()
        attributes.add("display_name", ListCells.cell(displayName, of: cells))
        attributes.add("mail", ListCells.cell(mail, of: cells))
        for (key, column) in texts { attributes.add(key, ListCells.cell(column, of: cells)) }
        let created = ListCells.cell(createdAt, of: cells)
        if let instant = DateText.instant(created) {
            attributes.add("created_day", instant.dayNumber)
            attributes.add("created_at", created)
        } else if !created.isEmpty, let createdAt {
            notes.append(.unreadableDate)
            extra.add(titles[createdAt], created)
        }
        person.attributes = attributes.text
        let known =
            [name, objectID, displayName, mail, department, jobTitle, accountEnabled, userType, createdAt]
            .compactMap(\.self) + texts.map(\.column)
        for (column, cell) in cells.enumerated() where !known.contains(column) {
            extra.add(column < titles.count ? titles[column] : "column \(column + 1)", cell)
        }
        person.extra = extra.text
        return person
    }

    /// Two layouts are equal when their headers are.
    public static func == (left: DirectoryLayout, right: DirectoryLayout) -> Bool { left.header == right.header }

    /// Hashes the header.
    public func hash(into hasher: inout Hasher) { hasher.combine(header) }
}
