@testable import UsageStore

/// One list as a test tells it.
struct List: Sendable {
    var kind = ListKind.licenses(licenseID: 1)
    var day: Int64 = 20_100
    var isPartial = false
    var acceptsShrink = false
    var attributes: Set<DirectoryAttribute> = []
    var number = 1
    var rows: [ListRow] = []
    /// SKU of the licence listed, in the place of the one in `kind`.
    var sku: String?
    /// A directory: SKUs of the licences that it tells, and those that its rows hold, by position.
    var toldSKUs: Set<String> = []
    var heldSKUs: [Int: Set<String>] = [:]
}

extension ListRow {
    static func holder(_ name: String, _ objectID: String = "", _ isLicensed: Bool? = true) -> ListRow {
        var row = ListRow()
        row.userPrincipalName = name
        row.objectID = objectID
        row.isLicensed = isLicensed
        return row
    }

    /// A row of a directory with a manager, given by name, by object id, or both.
    static func member(_ name: String, _ objectID: String = "", manager: String, managerID: String = "") -> ListRow {
        var row = ListRow.holder(name, objectID, nil)
        row.managerPrincipalName = manager
        row.managerObjectID = managerID
        return row
    }
}

/// One list of subscriptions as a test tells it.
struct SeatList: Sendable {
    var day: Int64 = 20_100
    var number = 1
    var seats: [(sku: String, enabled: Int64)] = []
}

/// One inventory of agents as a test tells it.
struct AgentList: Sendable {
    var day: Int64 = 20_100
    var number = 1
    var isPartial = false
    var agents: [InventoriedAgent] = []
}

extension LoadTransaction {
    func license(_ sku: String) throws -> Int64 { try licenseID(sku: sku, name: nil, isCopilot: true) }

    /// Stores a list as a loader would; the result is what its rows were to the warehouse.
    @discardableResult
    func store(_ list: List, importID: Int64) throws -> (id: Int64, outcomes: [ListRowOutcome]) {
        var kind = list.kind
        if let sku = list.sku { kind = .licenses(licenseID: try license(sku)) }
        let header = ListHeader(
            kind: kind,
            dayNumber: list.day,
            isPartial: list.isPartial,
            acceptsShrink: list.acceptsShrink,
            attributes: list.attributes,
            licenses: Set(try list.toldSKUs.sorted().map(license))
        )
        let id = try beginList(header, importID: importID)
        let outcomes = try add(list, to: id, importID: importID)
        try finishList(id, fileSHA256: [UInt8(list.number % 256), UInt8(list.number / 256)])
        return (id, outcomes)
    }

    /// Stores the rows of a list.
    func add(_ list: List, to id: Int64, importID: Int64) throws -> [ListRowOutcome] {
        try list.rows.enumerated().map { position, row in
            guard !list.toldSKUs.isEmpty else { return try add(row, to: id, importID: importID) }
            let held = try list.heldSKUs[position, default: []].sorted().map {
                HeldLicense(licenseID: try license($0), assignedDay: row.assignedDay)
            }
            return try add(row, to: id, holding: held, importID: importID)
        }
    }

    @discardableResult
    func store(_ list: SeatList, importID: Int64) throws -> [ListRowOutcome] {
        let id = try begin(.seats, list.day, importID)
        let outcomes = try list.seats.map { sku, enabled in
            var seats = PurchasedSeats(licenseID: try licenseID(sku: sku, name: nil, isCopilot: false))
            seats.enabledCount = enabled
            return try add(seats, to: id, importID: importID)
        }
        try finishList(id, fileSHA256: [UInt8(list.number % 256), UInt8(list.number / 256), 1])
        return outcomes
    }

    @discardableResult
    func store(_ list: AgentList, importID: Int64) throws -> [ListRowOutcome] {
        let id = try begin(.agents, list.day, isPartial: list.isPartial, importID)
        let outcomes = try list.agents.map { try add($0, to: id, importID: importID) }
        try finishList(id, fileSHA256: [UInt8(list.number % 256), UInt8(list.number / 256), 2])
        return outcomes
    }

    private func begin(_ kind: ListKind, _ day: Int64, isPartial: Bool = false, _ importID: Int64) throws -> Int64 {
        try beginList(
            ListHeader(kind: kind, dayNumber: day, isPartial: isPartial, acceptsShrink: true),
            importID: importID
        )
    }
}
