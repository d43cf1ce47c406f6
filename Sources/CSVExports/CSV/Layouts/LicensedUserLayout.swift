import UsageFormats

/// A list of licence holders, as the admin center, its readiness report and scripts export it.
///
/// With a licence column that column decides. Without one, a list of Username, Display name and Email was filtered to
/// licence holders before it was exported: every row is a holder of Microsoft 365 Copilot.
public struct LicensedUserLayout: PeopleLayout, Hashable {
    /// A plain list, and the readiness report.
    public static let formats = ["licensed-users-csv", "readiness-csv"]

    /// What rows need.
    public static let expectation = "a column Username, User Principal Name or Email"

    /// Titles of the column that tells who holds the licence.
    static let licenseTitles = [
        "haslicense", "haslicence", "hascopilot", "hascopilotlicense", "hascopilotlicence",
        "hascopilotlicenseassigned", "hascopilotlicenceassigned", "hascopilotlicensebeenassigned", "isuser",
    ]
    private static let assignmentTitles = [
        "assigneddate", "licenseassigneddate", "licenseassigndate", "copilotlicenseassigneddate",
        "copilotlicenseassigndate",
    ]

    /// The titles of the columns, trimmed.
    public var titles: [String] { header.titles }

    /// Whether the list has a column that tells who holds the licence.
    public var hasLicenseColumn: Bool { license != nil }

    /// Whether it is the readiness report, which tells of everybody what they use.
    public let isReadinessReport: Bool

    /// The readiness report has a format of its own.
    public var format: String { isReadinessReport ? "readiness-csv" : "licensed-users-csv" }

    /// A list of holders tells of names only what is for display.
    public var contents: ListContents {
        var attributes = account.attributes.union(.licenses)
        if displayName != nil { attributes.insert(.displayName) }
        if mail != nil { attributes.insert(.mail) }
        return ListContents(
            subjects: .licenses,
            attributes: attributes,
            tellsDay: refreshDay != nil,
            isOfHoldersOnly: license == nil
        )
    }

    private let header: HeaderCells
    private let name: Int
    private let license: Int?
    private let assigned: Int?
    private let displayName: Int?
    private let mail: Int?
    private let refreshDay: Int?
    private let account: AccountColumns

    /// Reads a header; nil when it is no list of licence holders.
    ///
    /// - Parameter isForced: Whether the caller says that it is one, so that a column with names is enough.
    public init?(header titles: [String], isForced: Bool = false) {
        header = HeaderCells(titles)
        let username = header.column(["username"])
        let principalName = header.column(["userprincipalname", "upn", "personid"])
        let email = header.column(["email", "mail", "emailaddress"])
        license = header.column(Self.licenseTitles)
        guard let name = principalName ?? username ?? email else { return nil }
        self.name = name
        assigned = header.column(Self.assignmentTitles)
        displayName = header.column(["displayname"])
        mail = email == name ? nil : email
        refreshDay = header.column(["reportrefreshdate"])
        account = AccountColumns(header)
        isReadinessReport = header.contains(prefix: "suggestedcandidate") || header.contains(prefix: "uses")
        // A list with other columns, such as activity dates, tells of more people than holders.
        let isPlainList = username != nil && header.contains(only: ["username", "displayname", "email"])
        guard isForced || !header.isOfAuditRecords && (license != nil || isPlainList) else { return nil }
    }

    /// Reads the trimmed cells of a row.
    public func person(_ cells: [String], _ notes: inout [ListNote]) throws(ListRejection) -> ListedPerson {
        var person = ListedPerson()
        person.userPrincipalName = ListCells.cell(name, of: cells)
        try ListCells.checkName(person.userPrincipalName, objectID: "")
        person.told = contents.attributes.intersection([.displayName, .mail])
        var known = Set([name, displayName, mail].compactMap(\.self))
        let assignedDay = day(assigned, cells, &known, &notes)
        if let license {
            if let isLicensed = ListCells.flag(ListCells.cell(license, of: cells)) {
                person.tell(isLicensed: isLicensed, assignedDay: assignedDay)
                known.insert(license)
            } else {
                notes.note(.unknownLicenseValue)
            }
        } else {
            person.tell(isLicensed: true, assignedDay: assignedDay)
        }
        if let assigned, person.isLicensed != true { known.remove(assigned) }
        account.read(cells, into: &person, &known, &notes)
        person.refreshDay = day(refreshDay, cells, &known, &notes)

        var attributes = JSONObjectText()
        attributes.add("display_name", ListCells.cell(displayName, of: cells))
        attributes.add("mail", ListCells.cell(mail, of: cells))
        person.attributes = attributes.text
        var extra = JSONObjectText()
        extra.add(cells, titles: titles, except: known)
        person.extra = extra.text
        return person
    }

    /// The day in a column; one that cannot be read remains for `extra`.
    private func day(
        _ column: Int?,
        _ cells: [String],
        _ known: inout Set<Int>,
        _ notes: inout [ListNote]
    ) -> Int? {
        guard let column else { return nil }
        let cell = ListCells.cell(column, of: cells)
        guard !cell.isEmpty else { return nil }
        guard let day = DateText.day(cell) else {
            notes.note(.unreadableDate)
            return nil
        }
        known.insert(column)
        return day
    }
}
