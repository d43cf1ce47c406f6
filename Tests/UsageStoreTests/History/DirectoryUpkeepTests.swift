import Testing
import UsageTestSupport

@testable import UsageStore

struct DirectoryUpkeepTests {
    private let warehouse: UsageWarehouse
    private let periods = """
        select substr(u.user_principal_name, 1, 1), valid_from, valid_to, d.name, p.job_title
        from directory_periods p join users u on u.id = p.user_id left join departments d on d.id = p.department_id
        order by 1, coalesce(valid_from, 0)
        """

    init() throws { warehouse = try UsageWarehouse.inMemory() }

    private func list(
        _ day: Int64,
        _ attributes: Set<DirectoryAttribute>,
        _ rows: (name: String, department: String?, title: String?)...
    ) -> List {
        List(
            kind: .directory,
            day: day,
            acceptsShrink: true,
            attributes: attributes,
            number: Int(day),
            rows: rows.map {
                var row = ListRow.holder($0.name + "@x", "", nil)
                row.department = $0.department
                row.jobTitle = $0.title
                return row
            }
        )
    }

    @Test func `a move begins a period, and one who leaves has none until coming back`() async throws {
        try await warehouse.load(
            lists: list(20_130, [.department], ("a", "Sales", nil)),
            list(20_100, [.department], ("a", "Sales", nil), ("b", "HR", nil)),
            list(20_120, [.department], ("a", "IT", nil)),
            list(20_140, [.department], ("a", "Sales", nil), ("b", "HR", nil))
        )
        try await warehouse.expect(
            periods,
            [
                "a - 20120 Sales -", "a 20120 20130 IT -", "a 20130 - Sales -", "b - 20120 HR -", "b 20140 - HR -",
            ]
        )
    }

    @Test func `a list without a column leaves the attribute as other lists tell it`() async throws {
        try await warehouse.load(
            lists: list(20_100, [.department], ("a", "Sales", nil)),
            list(20_110, [.jobTitle], ("a", nil, "Clerk")),
            list(20_120, [.department, .jobTitle], ("a", "Sales", "Boss"))
        )
        try await warehouse.expect(periods, ["a - 20120 Sales Clerk", "a 20120 - Sales Boss"])
    }

    @Test(arguments: 1...25)
    func `periods never overlap, and are the same in any order of loading`(seed: Int) async throws {
        var generator = SeededGenerator(seed: seed)
        let lists = (0..<Int.random(in: 1...5, using: &generator)).map { number -> Fact in
            let attributes: Set<DirectoryAttribute> =
                [[.department], [.jobTitle], [.department, .jobTitle]]
                .randomElement(using: &generator) ?? []
            var list = list(20_100 + Int64(number), attributes)
            list.isPartial = Int.random(in: 0...4, using: &generator) == 0
            for name in "abc" where Int.random(in: 0...3, using: &generator) > 0 {
                var row = ListRow.holder("\(name)@x", "", nil)
                row.department = attributes.contains(.department) ? "d\(Int.random(in: 0...1, using: &generator))" : nil
                row.jobTitle = attributes.contains(.jobTitle) ? "t\(Int.random(in: 0...1, using: &generator))" : nil
                list.rows.append(row)
            }
            return .list(list)
        }
        try await warehouse.load(batches: lists.map { [$0] })
        let other = try UsageWarehouse.inMemory()
        try await other.load(batches: lists.shuffled(using: &generator).map { [$0] })
        let contents = try await WarehouseContents(warehouse)
        try await expectSame(other, contents)
        try await expectSound(warehouse)
        try await expectReading(lists)
    }

    /// Reads membership and department of each day from the lists themselves.
    private func expectReading(_ facts: [Fact]) async throws {
        let lists = facts.compactMap { if case .list(let list) = $0 { list } else { nil } }
        for name in ["a@x", "b@x", "c@x"] {
            for day in Int64(20_098)...20_106 {
                func told<Value>(_ lists: [List], _ read: (List) -> Value?) -> Value? {
                    lists.filter { $0.day <= day }.reversed().lazy.compactMap(read).first
                        ?? lists.filter { $0.day > day }.lazy.compactMap(read).first
                }
                let isMember = told(lists) { list -> Bool? in
                    list.rows.contains { $0.userPrincipalName == name } ? true : list.isPartial ? nil : false
                }
                let department = told(lists.filter { $0.attributes.contains(.department) }) { list -> String? in
                    list.rows.first { $0.userPrincipalName == name }?.department ?? (list.isPartial ? nil : "-")
                }
                let found = try await warehouse.drawn(
                    """
                    select d.name from directory_periods p join users u on u.id = p.user_id
                    left join departments d on d.id = p.department_id where u.user_principal_name = '\(name)'
                      and coalesce(valid_from, 0) <= \(day) and \(day) < coalesce(valid_to, 99999)
                    """
                )
                #expect(found == (isMember == true ? [department ?? "-"] : []), "\(name) on \(day)")
            }
        }
    }
}
