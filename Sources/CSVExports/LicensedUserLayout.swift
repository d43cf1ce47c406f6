import UsageFormats

/// A list of licence holders, as the admin center, its readiness report and scripts export it.
///
/// With a licence column that column decides. Without one, a list of Username, Display name and Email was filtered to
/// licence holders before it was exported: every row is a holder of Microsoft 365 Copilot.
public struct LicensedUserLayout: ListLayout, Hashable {
    /// The titles of the columns, trimmed.
    public var titles: [String] { header.titles }

    /// Whether the list has a column with the day that it speaks of.
    public var tellsDay: Bool { refreshDay != nil }

    /// Whether the list has a column that tells who holds the licence.
    public var hasLicenseColumn: Bool { license != nil }

    /// Whether it is the readiness report, which tells of everybody what they use.
    public let isReadinessReport: Bool

    private let header: HeaderCells
    private let name: Int
    private let license: Int?
    private let displayName: Int?
    private let mail: Int?
    private let refreshDay: Int?

    /// Reads a header; nil when it is no list of licence holders.
    ///
    /// - Parameter isForced: Whether the caller says that it is one, so that a column with names is enough.
    public init?(header titles: [String], isForced: Bool = false) {
        header = HeaderCells(titles)
        let username = header.column(["username"])
        let principalName = header.column(["userprincipalname", "upn", "personid"])
        let email = header.column(["email", "mail", "emailaddress"])
        license = header.column([
            "haslicense", "haslicence", "hascopilot", "hascopilotlicense", "hascopilotlicence",
            "hascopilotlicenseassigned", "hascopilotlicenceassigned", "hascopilotlicensebeenassigned", "isuser",
        ])
        guard let name = principalName ?? username ?? email else { return nil }
        self.name = name
        displayName = header.column(["displayname"])
        mail = email == name ? nil : email
        refreshDay = header.column(["reportrefreshdate"])
        isReadinessReport = header.contains(prefix: "suggestedcandidate") || header.contains(prefix: "uses")
        // A list with other columns, such as activity dates, tells of more people than holders.
        let isPlainList = username != nil && header.contains(only: ["username", "displayname", "email"])
        guard license != nil || isForced || isPlainList else { return nil }
    }

    /// Reads the trimmed cells of a row.
    public func person(_ cells: [String], _ notes: inout [ListNote]) throws(ListRejection) -> ListedPerson {
        var person = ListedPerson()
        person.userPrincipalName = ListCells.cell(name, of: cells)
        try ListCells.checkName(person.userPrincipalName, objectID: "")
        if let license {
            person.isLicensed = ListCells.flag(ListCells.cell(license, of: cells))
            if person.isLicensed == nil { notes.append(.unknownLicenseValue) }
        } else {
            person.isLicensed = true
        }
        var attributes = JSONObjectText()
        attributes.add("display_name", ListCells.cell(displayName, of: cells))
        attributes.add("mail", ListCells.cell(mail, of: cells))
        person.attributes = attributes.text
        let day = ListCells.cell(refreshDay, of: cells)
        person.refreshDay = DateText.day(day)
        var extra = JSONObjectText()
        if !day.isEmpty, person.refreshDay == nil {
            notes.append(.unreadableDate)
            extra.add(titles[refreshDay ?? 0], day)
        }
        if person.isLicensed == nil, let license { extra.add(titles[license], ListCells.cell(license, of: cells)) }
        let known = [name, license, displayName, mail, refreshDay].compactMap(\.self)
        for (column, cell) in cells.enumerated() where !known.contains(column) {
            extra.add(column < titles.count ? titles[column] : "column \(column + 1)", cell)
        }
        person.extra = extra.text
        return person
    }
}
