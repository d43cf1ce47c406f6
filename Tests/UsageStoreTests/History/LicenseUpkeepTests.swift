import Testing
import UsageTestSupport

@testable import UsageStore

struct LicenseUpkeepTests {
    private let warehouse: UsageWarehouse
    private let spans = """
        select substr(u.user_principal_name, 1, 1), valid_from, valid_to, is_start_assumed, known_since
        from license_assignments l join users u on u.id = l.user_id order by 1, coalesce(valid_from, 0)
        """
    private let march: Int64 = 20_148
    private let may: Int64 = 20_209
    private let february: Int64 = 20_120

    init() throws { warehouse = try UsageWarehouse.inMemory() }

    private func list(_ day: Int64, _ holders: String, number: Int = 0) -> List {
        List(
            day: day,
            acceptsShrink: true,
            number: number == 0 ? Int(day) : number,
            rows: holders.map { ListRow.holder("\($0)@x") }
        )
    }

    @Test func `an older list that is loaded later moves the start`() async throws {
        try await warehouse.load(lists: list(march, "ab"), list(may, "bc"))
        try await warehouse.expect(spans, ["a - 20209 1 20148", "b - - 1 20148", "c 20209 - 0 20209"])
        try await warehouse.load(lists: list(february, "b"))
        try await warehouse.expect(spans, ["a 20148 20209 0 20148", "b - - 1 20120", "c 20209 - 0 20209"])
    }

    @Test func `a partial list ends nothing, an explicit no does, an unknown cell says nothing`() async throws {
        var second = list(may, "b")
        second.isPartial = true
        try await warehouse.load(lists: list(march, "abc"), second)
        try await warehouse.expect(spans, ["a - - 1 20148", "b - - 1 20148", "c - - 1 20148"])
        second = list(may + 1, "")
        second.rows = [.holder("a@x", "", false), .holder("b@x", "", nil)]
        second.isPartial = true
        try await warehouse.load(lists: second)
        try await warehouse.expect(spans, ["a - 20210 1 20148", "b - - 1 20148", "c - - 1 20148"])
    }

    @Test func `of two lists of one day the later load wins`() async throws {
        try await warehouse.load(lists: list(march, "ab", number: 1), list(march, "b", number: 2))
        try await warehouse.expect(spans, ["b - - 1 20148"])
    }

    @Test func `a told assignment day is when the licence is known since`() async throws {
        var first = list(march, "a")
        first.rows[0].assignedDay = 20_000
        try await warehouse.load(lists: first)
        try await warehouse.expect(spans, ["a - - 1 20000"])
    }

    @Test func `of two rows of one person in one list the yes counts`() async throws {
        var first = list(march, "a")
        first.rows = [
            .holder("a@x", objectID(1), false), .holder("a@x", "", true), .holder("b@x", "", nil), .holder("B@x"),
        ]
        try await warehouse.load(lists: first)
        try await warehouse.expect(spans, ["a - - 1 20148", "b - - 1 20148"])
    }

    @Test func `a list of under half the people counts as partial until it is accepted`() async throws {
        var second = list(may, "ab")
        second.acceptsShrink = false
        try await warehouse.load(lists: list(march, "abcde"), second)
        #expect(try await warehouse.count("select count(*) from license_assignments where valid_to is null") == 5)
        try await warehouse.load(LoadSession()) {
            try $0.acceptShrink(ofListsFrom: [UInt8(Int(may) % 256), UInt8(Int(may) / 256)])
        }
        #expect(try await warehouse.count("select count(*) from license_assignments where valid_to is null") == 2)
    }

    @Test func `lists are judged anew when an older one arrives`() async throws {
        var small = list(may, "ab")
        small.acceptsShrink = false
        try await warehouse.load(lists: small)
        #expect(try await warehouse.count("select sum(is_partial) from snapshots") == 0)
        try await warehouse.load(lists: list(march, "abcde"))
        #expect(try await warehouse.count("select sum(is_partial) from snapshots") == 1)
    }

    @Test(arguments: 1...30)
    func `spans answer who is licensed on a day as the lists read, in any order of loading`(seed: Int) async throws {
        var generator = SeededGenerator(seed: seed)
        let lists = (0..<Int.random(in: 1...6, using: &generator)).map { number in
            var list = list(20_100 + Int64(number) * 2, "", number: number + 1)
            list.isPartial = Int.random(in: 0...3, using: &generator) == 0
            for name in "abcd" where Bool.random(using: &generator) {
                let isLicensed = [true, true, false, nil][Int.random(in: 0...3, using: &generator)]
                list.rows.append(.holder("\(name)@x", "", isLicensed))
            }
            return list
        }
        try await warehouse.load(batches: lists.shuffled(using: &generator).map { [.list($0)] })
        try await expectSound(warehouse)
        for name in "abcd" {
            for day in Int64(20_098)...20_114 {
                let found = try await warehouse.count(
                    """
                    select count(*) from license_assignments l join users u on u.id = l.user_id
                    where user_principal_name = '\(name)@x'
                      and coalesce(valid_from, 0) <= \(day) and \(day) < coalesce(valid_to, 99999)
                    """
                )
                let isLicensed = Self.isLicensed("\(name)@x", on: day, lists)
                #expect(found == (isLicensed ? 1 : 0), "\(name) on \(day)")
            }
        }
    }

    /// The newest list of the day or before that says anything; with none, the first one after it, if that says yes.
    private static func isLicensed(_ name: String, on day: Int64, _ lists: [List]) -> Bool {
        func says(_ list: List) -> Bool? {
            guard let row = list.rows.first(where: { $0.userPrincipalName == name }) else {
                return list.isPartial ? nil : false
            }
            return row.isLicensed
        }
        if let told = lists.filter({ $0.day <= day }).reversed().lazy.compactMap(says).first { return told }
        return lists.filter { $0.day > day }.lazy.compactMap(says).first ?? false
    }
}
