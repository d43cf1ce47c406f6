import UsageFormats

/// The Office 365 active user detail report, read as a list of licence holders.
///
/// It names everybody in the tenant with all products that are assigned to them.
public struct AssignedProductsLayout: PeopleLayout, Hashable {
    /// It is one of the lists of licence holders.
    public static let formats = ["licensed-users-csv"]

    /// What rows need.
    public static let expectation = "columns User Principal Name and Assigned Products"

    /// The titles of the columns, trimmed.
    public var titles: [String] { header.titles }

    /// It is one of the lists of licence holders.
    public var format: String { "licensed-users-csv" }

    /// A list of holders that tells of accounts whether they are deleted.
    public var contents: ListContents {
        var attributes = account.attributes.union(.licenses)
        if displayName != nil { attributes.insert(.displayName) }
        return ListContents(subjects: .licenses, attributes: attributes, tellsDay: refreshDay != nil)
    }

    private let header: HeaderCells
    private let name: Int
    private let displayName: Int?
    private let refreshDay: Int?
    private let products: ProductsColumn
    private let account: AccountColumns

    /// Reads a header; nil when it has no column with assigned products, or is of a report about Copilot.
    public init?(header titles: [String], isForced: Bool = false) {
        header = HeaderCells(titles)
        guard let name = header.column(["userprincipalname", "upn"]),
            let products = ProductsColumn(header, titles: ["assignedproducts"]),
            isForced || !header.isOfCopilotReport && !header.isOfAuditRecords
        else { return nil }
        self.name = name
        self.products = products
        displayName = header.column(["displayname"])
        refreshDay = header.column(["reportrefreshdate"])
        account = AccountColumns(header)
    }

    /// Reads the trimmed cells of a row.
    public func person(_ cells: [String], _ notes: inout [ListNote]) throws(ListRejection) -> ListedPerson {
        var person = ListedPerson()
        person.userPrincipalName = ListCells.cell(name, of: cells)
        try ListCells.checkName(person.userPrincipalName, objectID: "")
        var known = Set([name, displayName].compactMap(\.self))
        products.read(cells, into: &person, &known, &notes)
        account.read(cells, into: &person, &known, &notes)
        if displayName != nil { person.told.insert(.displayName) }
        var attributes = JSONObjectText()
        attributes.add("display_name", ListCells.cell(displayName, of: cells))
        person.attributes = attributes.text
        if let refreshDay {
            let day = ListCells.cell(refreshDay, of: cells)
            person.refreshDay = DateText.day(day)
            if person.refreshDay != nil {
                known.insert(refreshDay)
            } else if !day.isEmpty {
                notes.note(.unreadableDate)
            }
        }
        var extra = JSONObjectText()
        extra.add(cells, titles: titles, except: known)
        person.extra = extra.text
        return person
    }
}
