import CSVExports
import UsageStore

/// Stores the rows of one list; a list of people that tells licences is a directory and lists of holders at once.
struct ListWriter {
    private let transaction: LoadTransaction
    private let contents: ListContents
    private let format: InputFormat
    private let options: LoadOptions
    private let openLists: OpenLists
    private let importID: Int64
    /// The Copilot licences that the list can name, by SKU.
    private let licenses: [String: Int64]

    /// The lists that the rows belong to.
    private var lists: [OpenLists.Key: Int64] = [:]
    private var begun: Set<Int64> = []
    private var told: ListedAttributes = []

    init(
        _ transaction: LoadTransaction,
        _ form: any ListForm,
        format: InputFormat,
        options: LoadOptions,
        openLists: OpenLists,
        importID: Int64
    ) throws {
        self.transaction = transaction
        contents = form.contents
        self.format = format
        self.options = options
        self.openLists = openLists
        self.importID = importID
        var licenses = [ListedLicense.microsoft365Copilot: ListKind.microsoft365CopilotID]
        if contents.licenseScope == .everySKU {
            for sku in options.copilotSKUs {
                licenses[sku] = try transaction.licenseID(sku: sku, name: nil, isCopilot: true)
            }
        }
        self.licenses = licenses
    }

    mutating func write(
        _ row: ListSource.Row,
        into pass: inout WholeFileLoad.Pass,
        refusing refuse: (RejectedRow) throws -> Void
    ) throws {
        switch row {
        case .rejected(let rejected):
            try refuse(rejected)
            pass.reject(rejected)
        case .read(let result):
            if let outcome = try write(result, &pass) { pass.count(outcome) }
        }
    }

    /// Closes the lists of the file: what they tell, where they come from, and whether a page is missing.
    func finish(_ pass: inout WholeFileLoad.Pass) throws {
        let pages = DownloadPages(pass.notes)
        for (key, list) in lists {
            if key.kind == .directory { try transaction.addAttributes(DirectoryAttribute.told(by: told), to: list) }
            if begun.contains(list) { try transaction.finishList(list, fileSHA256: pass.sha256) }
            if !pages.continued.isEmpty || !pages.ended.isEmpty {
                let all = openLists.pages(of: list, with: pages)
                try transaction.markPartial(list, isPageMissing: all.isIncomplete)
                if !all.continued.isEmpty { pass.pageDay = options.asOfDay }
            }
        }
        pass.lists = lists
    }

    // MARK: - Rows

    /// What became of a row; nil when it is no record.
    private mutating func write(_ row: ListRowResult, _ pass: inout WholeFileLoad.Pass) throws -> ListRowOutcome? {
        switch row {
        case .repeatedHeader:
            pass.notes[LoadNote("repeated_header"), default: 0] += 1
            return nil
        case .page(let page):
            pass.notes[LoadNote(page.hasNextPage ? "next_page" : "last_page", page.context), default: 0] += 1
            return nil
        case .rejected:
            return nil
        case .person(let person, _) where isPurged(person.refreshDay.map(Int64.init)):
            pass.passOver()
            return nil
        case .licenseDetails(let details, _) where isPurged(nil):
            pass.passOver(Int64(max(1, details.elementCount)))
            return nil
        case .subscribedSKU where isPurged(nil), .agent where isPurged(nil):
            pass.passOver()
            return nil
        case .person(let person, let notes):
            for note in notes { pass.notes[LoadNote(note.rawValue), default: 0] += 1 }
            return try write(person)
        case .licenseDetails(let details, let notes):
            for note in notes { pass.notes[LoadNote(note.rawValue), default: 0] += 1 }
            // Each licence is an element of its own; together they are one row of the person.
            pass.counts.duplicates += Int64(max(0, details.elementCount - 1))
            return try write(details)
        case .subscribedSKU(let sku, let notes):
            for note in notes { pass.notes[LoadNote(note.rawValue), default: 0] += 1 }
            let license = try transaction.licenseID(
                sku: sku.sku,
                name: sku.partNumber,
                isCopilot: licenses[sku.sku] != nil
            )
            return try transaction.add(PurchasedSeats(sku, license), to: list(.seats), importID: importID)
        case .agent(let agent, let notes):
            for note in notes { pass.notes[LoadNote(note.rawValue), default: 0] += 1 }
            return try transaction.add(InventoriedAgent(agent), to: list(.agents), importID: importID)
        }
    }

    private mutating func write(_ person: ListedPerson) throws -> ListRowOutcome {
        told.formUnion(person.told)
        let day = person.refreshDay.map(Int64.init)
        guard contents.subjects.contains(.directory) else {
            let holders = try list(.licenses(licenseID: ListKind.microsoft365CopilotID), day)
            return try transaction.add(ListRow(person), to: holders, importID: importID)
        }
        var row = ListRow(person)
        row.isLicensed = nil
        let directory = try list(.directory, day)
        guard contents.subjects.contains(.licenses) else {
            return try transaction.add(row, to: directory, importID: importID)
        }
        guard let named = person.licenses else {
            return try transaction.add(row, to: directory, withUnknown: licenses.values.sorted(), importID: importID)
        }
        var held: [HeldLicense] = []
        var others: [String] = []
        for license in named {
            if let id = licenses[license.sku] {
                held.append(HeldLicense(licenseID: id, assignedDay: license.assignedDay.map(Int64.init)))
            } else {
                others.append(license.sku)
            }
        }
        if !others.isEmpty { row.extra = ExtraObject.adding(others, as: "otherLicenses", to: row.extra) }
        return try transaction.add(row, to: directory, holding: held, importID: importID)
    }

    /// The licences of a person who was asked for alone: what the person does not hold is told as well.
    private mutating func write(_ details: LicenseDetails) throws -> ListRowOutcome {
        var outcome: ListRowOutcome?
        for (sku, license) in licenses.sorted(by: { $0.value < $1.value }) {
            let isHeld = details.licenses.contains { $0.sku == sku }
            var row = ListRow()
            row.userPrincipalName = details.userID ?? ""
            row.isLicensed = isHeld ? true : details.isComplete ? false : nil
            row.extra = details.extra.map { ExtraObject.adding(json: $0, as: "licenseDetails", to: nil) }
            let added = try transaction.add(row, to: list(.licenses(licenseID: license)), importID: importID)
            outcome = outcome?.combined(with: added) ?? added
        }
        return outcome ?? .duplicate
    }

    // MARK: - Lists

    /// Whether a list of the day that a row tells, or else the caller, is older than what is kept.
    private func isPurged(_ told: Int64?) -> Bool {
        guard let first = transaction.firstKeptListDay else { return false }
        return told ?? options.asOfDay ?? LoadClock.today() < first
    }

    /// The list of a kind and day, opened if no file of the call began it.
    private mutating func list(_ kind: ListKind, _ told: Int64? = nil) throws -> Int64 {
        let day = told ?? options.asOfDay ?? LoadClock.today()
        let key = OpenLists.Key(format: format, day: day, kind: kind)
        if let known = lists[key] { return known }
        if let open = openLists.list(for: key) {
            lists[key] = open
            return open
        }
        let isDirectory = kind == .directory
        let header = ListHeader(
            kind: kind,
            dayNumber: day,
            isPartial: options.isPartial || contents.isOfSomePeople,
            acceptsShrink: options.acceptsShrink,
            attributes: isDirectory ? DirectoryAttribute.told(by: contents.attributes) : [],
            licenses: isDirectory && contents.subjects.contains(.licenses) ? Set(licenses.values) : []
        )
        let list = try transaction.beginList(header, importID: importID)
        lists[key] = list
        begun.insert(list)
        return list
    }
}
