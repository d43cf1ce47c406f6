import Testing
import UsageTestSupport

@testable import UsageStore

/// Lists that come in several parts: pages of one download, and a directory with the licences of its people.
struct ListPagesTests {
    private let warehouse: UsageWarehouse
    private let spans = """
        select substr(u.user_principal_name, 1, 1), l.sku, valid_from, valid_to
        from license_assignments a join users u on u.id = a.user_id join licenses l on l.id = a.license_id
        order by 1, 2, coalesce(valid_from, 0)
        """
    private let copilot = "Microsoft_365_Copilot"

    init() throws { warehouse = try UsageWarehouse.inMemory() }

    /// A directory that tells licences: people named by a letter, with the SKUs that they hold.
    private func directory(_ day: Int64, telling: Set<String>, _ people: (name: Character, skus: Set<String>)...)
        -> List
    {
        var list = List(kind: .directory, day: day, number: Int(day), toldSKUs: telling)
        list.rows = people.map { .holder("\($0.name)@x", "", nil) }
        for (place, person) in people.enumerated() { list.heldSKUs[place] = person.skus }
        return list
    }

    @Test func `whoever is in a directory without the licence no longer holds it, and leavers neither`() async throws {
        try await warehouse.load(
            lists: directory(20_100, telling: [copilot, "s"], ("a", [copilot, "s"]), ("b", [copilot]), ("c", ["s"])),
            directory(20_110, telling: [copilot, "s"], ("a", ["s"]), ("b", [copilot]), ("d", [copilot]))
        )
        try await warehouse.expect(
            spans,
            [
                "a \(copilot) - 20110", "a s - -", "b \(copilot) - -", "c s - 20110", "d \(copilot) 20110 -",
            ]
        )
        try await expectSound(warehouse)
    }

    @Test func `a licence that nobody holds any more is still told`() async throws {
        try await warehouse.load(
            lists: directory(20_100, telling: [copilot], ("a", [copilot]), ("b", [])),
            directory(20_110, telling: [copilot], ("a", []), ("b", []))
        )
        try await warehouse.expect(spans, ["a \(copilot) - 20110"])
        try await warehouse.expect(
            "select list_count, first_number, last_number from source_bounds where source = 'license_lists'",
            ["2 20100 20110"]
        )
        try await warehouse.expect("select license_day, directory_day from first_lists", ["20100 20100"])
    }

    @Test func `a partial directory denies licences to those whom it names, and says nothing of others`() async throws {
        var second = directory(20_110, telling: [copilot], ("a", []))
        second.isPartial = true
        try await warehouse.load(
            lists: directory(20_100, telling: [copilot], ("a", [copilot]), ("b", [copilot])),
            second
        )
        try await warehouse.expect(spans, ["a \(copilot) - 20110", "b \(copilot) - -"])
    }

    @Test func `a list of holders that belongs to a directory is judged by the people of the directory`() async throws {
        let people: [(Character, Set<String>)] = [("a", [copilot]), ("b", [copilot]), ("c", [copilot]), ("d", [])]
        try await warehouse.load(
            lists: directory(20_100, telling: [copilot], people[0], people[1], people[2], people[3]),
            directory(20_110, telling: [copilot], ("a", [copilot]), ("d", []), ("e", []))
        )
        // One holder of three, but three people of four: b and c left.
        try await warehouse.expect("select kind, is_partial from snapshots where is_partial = 1", [])
        try await warehouse.expect(
            spans,
            [
                "a \(copilot) - -", "b \(copilot) - 20110", "c \(copilot) - 20110",
            ]
        )
        // One person of three is suspicious: nobody loses anything by absence.
        try await warehouse.load(lists: directory(20_120, telling: [copilot], ("d", [copilot])))
        try await warehouse.expect(
            "select distinct kind from snapshots where is_partial = 1 order by 1",
            ["directory", "licenses"]
        )
        #expect(try await warehouse.drawn(spans).contains("a \(copilot) - -"))
    }

    @Test func `a missing page makes a list partial until it comes, and its lists of holders with it`() async throws {
        let whole = directory(20_100, telling: [copilot], ("a", [copilot]), ("b", [copilot]), ("c", [copilot]))
        try await warehouse.load(lists: whole)
        let list = try await warehouse.load(LoadSession()) { transaction in
            let importID = try transaction.begin()
            let first = directory(20_110, telling: [copilot], ("a", [copilot]), ("b", []))
            let list = try transaction.store(first, importID: importID).id
            try transaction.markPartial(list)
            return list
        }
        try await warehouse.expect("select count(*) from snapshots where is_partial = 1", ["2"])
        try await warehouse.expect(spans, ["a \(copilot) - -", "b \(copilot) - 20110", "c \(copilot) - -"])
        #expect(try await warehouse.count("select count(*) from directory_periods where valid_to is null") == 3)
        try await warehouse.load(LoadSession()) { transaction in
            let second = directory(20_110, telling: [copilot], ("d", [copilot]))
            _ = try transaction.add(second, to: list, importID: try transaction.begin())
            try transaction.markPartial(list, isPageMissing: false)
        }
        try await warehouse.expect("select count(*) from snapshots where is_partial = 1", ["0"])
        try await warehouse.expect(
            spans,
            [
                "a \(copilot) - -", "b \(copilot) - 20110", "c \(copilot) - 20110", "d \(copilot) 20110 -",
            ]
        )
        try await expectSound(warehouse)
    }

    @Test func `a further page is judged with the pages before it`() async throws {
        let people = "abcdef".map { ($0, Set<String>()) }
        var whole = directory(20_100, telling: [], people[0], people[1], people[2], people[3], people[4], people[5])
        whole.rows[5].userPrincipalName = "z@x"
        try await warehouse.load(lists: whole)
        let list = try await warehouse.load(LoadSession()) { transaction in
            try transaction.store(directory(20_110, telling: [], people[0], people[1]), importID: transaction.begin())
                .id
        }
        // Two of six are suspicious, four of six are not: then z is gone.
        #expect(try await warehouse.count("select count(*) from directory_periods where valid_to is null") == 6)
        try await warehouse.load(LoadSession()) { transaction in
            let page = directory(20_110, telling: [], people[2], people[3])
            _ = try transaction.add(page, to: list, importID: try transaction.begin())
        }
        #expect(try await warehouse.count("select count(*) from directory_periods where valid_to is null") == 4)
    }

    @Test func `attributes that only rows show can be told later`() async throws {
        try await warehouse.load(LoadSession()) { transaction in
            let importID = try transaction.begin()
            var list = List(kind: .directory, day: 20_100, rows: [.member("a@x", manager: "b@x")])
            list.rows[0].department = "Sales"
            let id = try transaction.store(list, importID: importID).id
            try transaction.addAttributes([.manager, .department], to: id)
        }
        try await warehouse.expect(
            "select department, manager_user_principal_name from current_directory",
            ["Sales b@x"]
        )
    }

    @Test func `a person of several lists is one record, changed when any of them changed`() async throws {
        func outcomes(_ day: Int64, _ people: (Character, Set<String>)...) async throws -> [ListRowOutcome] {
            var list = List(kind: .directory, day: day, number: Int(day), toldSKUs: [copilot, "s"])
            list.rows = people.map { .holder("\($0.0)@x", "", nil) }
            for (place, person) in people.enumerated() { list.heldSKUs[place] = person.1 }
            return try await warehouse.outcomes(of: list)
        }
        #expect(try await outcomes(20_100, ("a", [copilot]), ("b", []), ("c", ["s"])) == [.added, .added, .added])
        // a unchanged, b gains, c loses, d is new.
        #expect(
            try await outcomes(20_110, ("a", [copilot]), ("b", ["s"]), ("c", []), ("d", []), ("d", []))
                == [.duplicate, .updated, .updated, .added, .duplicate]
        )
    }

    @Test func `a change of manager is a change of the person`() async throws {
        func outcome(_ day: Int64, _ manager: String) async throws -> [ListRowOutcome] {
            try await warehouse.outcomes(
                of: List(
                    kind: .directory,
                    day: day,
                    attributes: [.manager],
                    number: Int(day),
                    rows: [.member("a@x", manager: manager)]
                )
            )
        }
        #expect(try await outcome(20_100, "b@x") == [.added])
        #expect(try await outcome(20_110, " B@x") == [.duplicate])
        #expect(try await outcome(20_120, "c@x") == [.updated])
        #expect(try await outcome(20_105, "c@x") == [.updated], "against the list before it by day")
    }

    @Test func `two lists of one kind may be filled in turn`() async throws {
        let outcomes = try await warehouse.load(LoadSession()) { transaction in
            let importID = try transaction.begin()
            func begin(_ day: Int64) throws -> Int64 {
                try transaction.beginList(
                    ListHeader(kind: .directory, dayNumber: day, isPartial: false, acceptsShrink: false),
                    importID: importID
                )
            }
            func add(_ name: String, to list: Int64) throws -> ListRowOutcome {
                try transaction.add(.holder(name, "", nil), to: list, importID: importID)
            }
            let newer = try begin(20_110)
            let first = try add("a@x", to: newer)
            let older = try begin(20_100)
            return [first, try add("b@x", to: older), try add("b@x", to: newer), try add("c@x", to: newer)]
        }
        #expect(outcomes == [.added, .added, .duplicate, .added])
    }

    @Test func `a list that does not exist is an error, not a crash`() async throws {
        await #expect(throws: StoreError.self) {
            try await warehouse.load(LoadSession()) { try $0.markPartial(99) }
        }
        await #expect(throws: StoreError.self) {
            try await warehouse.load(LoadSession()) { transaction in
                _ = try transaction.add(.holder("a@x"), to: 99, importID: try transaction.begin())
            }
        }
    }
}
