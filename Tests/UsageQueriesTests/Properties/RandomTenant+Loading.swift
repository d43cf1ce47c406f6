@testable import UsageStore

extension UsageWarehouse {
    /// A warehouse into which these facts were loaded, in batches of one load each.
    static func holding(batches: [[TenantFact]]) async throws -> UsageWarehouse {
        let warehouse = try UsageWarehouse.inMemory()
        let session = LoadSession()
        for batch in batches {
            try await warehouse.load(session) { transaction in
                let load = try transaction.begin()
                for fact in batch { try transaction.store(fact, load) }
            }
        }
        return warehouse
    }
}

extension LoadTransaction {
    fileprivate func begin() throws -> Int64 {
        try beginImport(fileName: "test", format: "test", options: "", startedAt: 0, toolVersion: "1")
    }

    fileprivate func store(_ fact: TenantFact, _ load: Int64) throws {
        // A file has one list or one range of days.
        let file = if case .turn = fact { load } else { try begin() }
        switch fact {
        case .turn(let turn): try store(turn, load)
        case .event(let event):
            try store(event, load)
            let source = CoverageSource.authoring
            try recordCoverage(importID: file, source: source, days: event.day...event.day, isDeclared: false)
        case .coverage(let days, let isDeclared):
            try recordCoverage(importID: file, source: .interactions, days: days, isDeclared: isDeclared)
        case .people(let list):
            let kind = try list.sku.map { ListKind.licenses(licenseID: try license($0)) } ?? .directory
            let id = try beginList(kind, list.day, isPartial: list.isPartial, list.attributes, file)
            for row in list.rows { _ = try add(row, to: id, importID: file) }
            try finishList(id, fileSHA256: Array("\(kind) \(list.day)".utf8))
        case .seats(let day, let count):
            let id = try beginList(.seats, day, [], file)
            var seats = PurchasedSeats(licenseID: try license("Microsoft_365_Copilot"))
            seats.enabledCount = count
            _ = try add(seats, to: id, importID: file)
            try finishList(id, fileSHA256: Array("seats \(day)".utf8))
        case .agents(let day, let agents):
            let id = try beginList(.agents, day, [], file)
            for agent in agents { _ = try add(agent, to: id, importID: file) }
            try finishList(id, fileSHA256: Array("agents \(day)".utf8))
        case .report(let header, let users, let counts):
            let id = try report(header, importID: load)
            for user in users { _ = try add(user, to: id, importID: load) }
            for (day, counts) in counts { _ = try add(counts, to: id, reportDay: day, extra: nil, importID: load) }
        }
    }

    private func license(_ sku: String) throws -> Int64 { try licenseID(sku: sku, name: nil, isCopilot: true) }

    private func beginList(
        _ kind: ListKind,
        _ day: Int64,
        isPartial: Bool = false,
        _ attributes: Set<DirectoryAttribute>,
        _ load: Int64
    ) throws -> Int64 {
        let header = ListHeader(
            kind: kind,
            dayNumber: day,
            isPartial: isPartial,
            acceptsShrink: true,
            attributes: attributes
        )
        return try beginList(header, importID: load)
    }
}
