import UsageFormats

/// The columns of a directory that have a property of their own, found by the titles that exports give them.
struct DirectoryColumns: Sendable, Hashable {
    /// A column that is kept for display.
    private struct Text: Sendable, Hashable {
        let key: String
        let column: Int
    }

    /// Attributes for display: the key under which they are kept, and the titles under which they come.
    private static let displayed: [(key: String, attribute: ListedAttributes, titles: [String])] = [
        ("display_name", .displayName, ["displayname"]),
        ("mail", .mail, ["mail", "email"]),
        ("company_name", .companyName, ["companyname"]),
        ("office_location", .officeLocation, ["officelocation", "physicaldeliveryofficename", "office"]),
        ("city", .city, ["city"]),
        ("country", .country, ["country", "countryorregion", "countryregion"]),
        ("usage_location", .usageLocation, ["usagelocation"]),
    ]

    /// What the columns tell.
    let attributes: ListedAttributes

    private let department: Int?
    private let jobTitle: Int?
    private let accountEnabled: Int?
    private let accountBlocked: Int?
    private let userType: Int?
    private let created: Int?
    private let texts: [Text]
    private let manager: ManagerColumns
    private let account: AccountColumns

    /// Finds the columns.
    ///
    /// - Parameter titles: Titles of the job title, which some lists call like other things.
    init(_ header: HeaderCells, jobTitle titles: [String] = ["jobtitle"]) {
        department = header.column(["department", "organization"])
        jobTitle = header.column(titles)
        accountEnabled = header.column(["accountenabled"])
        accountBlocked = header.column(["blockcredential"])
        userType = header.column(["usertype"])
        created = header.column(["createddatetime", "whencreated"])
        manager = ManagerColumns(header)
        account = AccountColumns(header)
        var attributes = account.attributes
        var texts: [Text] = []
        for (key, attribute, titles) in Self.displayed {
            guard let column = header.column(titles) else { continue }
            texts.append(Text(key: key, column: column))
            attributes.insert(attribute)
        }
        if department != nil { attributes.insert(.department) }
        if jobTitle != nil { attributes.insert(.jobTitle) }
        if accountEnabled != nil || accountBlocked != nil { attributes.insert(.accountEnabled) }
        if userType != nil { attributes.insert(.userType) }
        if created != nil { attributes.insert(.created) }
        if manager.isPresent { attributes.insert(.manager) }
        self.attributes = attributes
        self.texts = texts
    }

    /// Reads the columns; the cells that no property holds wholly remain for `extra`.
    func read(
        _ cells: [String],
        into person: inout ListedPerson,
        _ known: inout Set<Int>,
        _ notes: inout [ListNote]
    ) {
        person.told.formUnion(attributes.subtracting([.accountEnabled, .created, .manager, .deletion, .sharedMailbox]))
        if department != nil { person.department = ListCells.cell(department, of: cells) }
        person.jobTitle = filled(jobTitle, cells)
        person.userType = filled(userType, cells)
        known.formUnion([department, jobTitle, userType].compactMap(\.self))
        readAccountState(cells, into: &person, &known, &notes)
        manager.read(cells, into: &person, &known, &notes)
        account.read(cells, into: &person, &known, &notes)

        var displayed = JSONObjectText()
        for text in texts { displayed.add(text.key, ListCells.cell(text.column, of: cells)) }
        known.formUnion(texts.map(\.column))
        if let created {
            let time = ListCells.cell(created, of: cells)
            if displayed.addCreation(time) {
                person.told.insert(.created)
                known.insert(created)
            } else {
                notes.note(.unreadableDate)
            }
        }
        person.attributes = displayed.text
    }

    private func filled(_ column: Int?, _ cells: [String]) -> String? {
        let cell = ListCells.cell(column, of: cells)
        return cell.isEmpty ? nil : cell
    }

    private func readAccountState(
        _ cells: [String],
        into person: inout ListedPerson,
        _ known: inout Set<Int>,
        _ notes: inout [ListNote]
    ) {
        guard let column = accountEnabled ?? accountBlocked else { return }
        let cell = ListCells.cell(column, of: cells)
        guard let flag = ListCells.flag(cell) else {
            if !cell.isEmpty { notes.note(.unreadableFlag) }
            return
        }
        person.isAccountEnabled = accountEnabled == nil ? !flag : flag
        person.told.insert(.accountEnabled)
        known.insert(column)
    }
}

extension JSONObjectText {
    /// Adds when an account was created, as text and as day; false when the text is no date.
    mutating func addCreation(_ time: String) -> Bool {
        guard !time.isEmpty else { return true }
        guard let instant = DateText.instant(time) else { return false }
        add("created_day", instant.dayNumber)
        add("created_at", time)
        return true
    }
}
