import Testing
import UsageTestSupport

@testable import UsageStore

struct ExclusionTests {
    private let warehouse: UsageWarehouse

    init() throws { warehouse = try UsageWarehouse.inMemory() }

    private func listed() async throws -> [String] {
        try await warehouse.exclusions().map { "\($0.userPrincipalName) \($0.reason) \($0.reviewDay ?? "-")" }
    }

    @Test func `people are excluded by name or object id, in the order of their names`() async throws {
        try await warehouse.load(
            uses: Use(number: 1, name: "zoe@x.com", objectID: objectID(1)),
            Use(number: 2, name: "ann@x.com")
        )
        #expect(try await warehouse.exclude(" ZOE@x.com ", reason: " board\n") == .added)
        #expect(try await warehouse.exclude("ann@x.com", reason: "pilot", until: "2025-12-31") == .added)
        #expect(try await listed() == ["ann@x.com pilot 2025-12-31", "zoe@x.com board -"])
        #expect(try await warehouse.exclusions().allSatisfy { $0.addedAt > "2025-01-01T00:00:00Z" })
        #expect(try await warehouse.exclude(objectID(1).uppercased(), reason: "board") == .unchanged)
        try await expectSound(warehouse)
    }

    @Test func `a second exclusion changes reason and review day, and keeps when it was added`() async throws {
        try await warehouse.load(uses: Use(number: 1, name: "ann@x.com", objectID: objectID(1)))
        try await warehouse.exclude("ann@x.com", reason: "pilot", until: "2025-12-31")
        try await warehouse.run("update license_exclusions set excluded_at = 5")
        #expect(try await warehouse.exclude(objectID(1), reason: "pilot") == .changed)
        #expect(try await warehouse.exclude("ann@x.com", reason: "board") == .changed)
        #expect(try await warehouse.exclude("ann@x.com", reason: "board") == .unchanged)
        #expect(try await listed() == ["ann@x.com board -"])
        #expect(try await warehouse.exclusions().map(\.addedAt) == ["1970-01-01T00:00:05Z"])
    }

    @Test func `who is taken off the list is gone from it`() async throws {
        try await warehouse.load(
            uses: Use(number: 1, name: "ann@x.com"),
            Use(number: 2, name: "bob@x.com")
        )
        try await warehouse.exclude("ann@x.com", reason: "board")
        try await warehouse.removeExclusion(of: "ANN@x.com")
        #expect(try await listed().isEmpty)
        for name in ["ann@x.com", "bob@x.com", "nobody@x.com", objectID(9)] {
            await #expect(throws: ExclusionError.notExcluded) { try await warehouse.removeExclusion(of: name) }
        }
        // The person stays: records speak of ann.
        #expect(try await warehouse.count("select count(*) from users") == 2)
    }

    @Test func `somebody unknown is refused unless allowed, and is gone when taken off the list`() async throws {
        await #expect(throws: ExclusionError.unknownPerson) {
            try await warehouse.exclude("new@x.com", reason: "board")
        }
        #expect(try await warehouse.count("select count(*) from users") == 0)
        try await warehouse.exclude("New@x.com", reason: "board", allowsUnknown: true)
        try await warehouse.exclude(objectID(1).uppercased(), reason: "board", allowsUnknown: true)
        #expect(try await listed() == ["\(objectID(1)) board -", "new@x.com board -"])
        // Known from now on.
        #expect(try await warehouse.exclude("new@x.com", reason: "vip") == .changed)
        try await warehouse.expect("select value from user_aliases order by 1", ["new@x.com"])
        try await expectSound(warehouse)
        try await warehouse.removeExclusion(of: "new@x.com")
        try await warehouse.removeExclusion(of: objectID(1))
        for table in ["users", "user_aliases", "license_exclusions"] {
            #expect(try await warehouse.count("select count(*) from \(table)") == 0)
        }
    }

    @Test(arguments: ["", "  ", "ann", "@x.com", "ann@", "ann b@x.com", "00000000-0000-0000-0000-000000000000"])
    func `a text that names nobody is refused`(text: String) async throws {
        await #expect(throws: ExclusionError.badPerson) {
            try await warehouse.exclude(text, reason: "board", allowsUnknown: true)
        }
        await #expect(throws: ExclusionError.badPerson) { try await warehouse.removeExclusion(of: text) }
    }

    @Test(arguments: ["2025-02-29", "2025-13-01", "2018-12-31", "2041-01-01", "", "tomorrow", "2025-1-1"])
    func `a review day outside the calendar is refused, and nothing changes`(day: String) async throws {
        await #expect(throws: ExclusionError.badReviewDay) {
            try await warehouse.exclude("ann@x.com", reason: "board", until: day, allowsUnknown: true)
        }
        #expect(try await warehouse.count("select count(*) from users") == 0)
    }

    @Test func `a reason is needed, and errors show no names`() async throws {
        await #expect(throws: ExclusionError.emptyReason) {
            try await warehouse.exclude("ann@x.com", reason: " \n", allowsUnknown: true)
        }
        let attempts: [(name: String, reason: String, day: String?)] = [
            ("ann@x.com", "", nil), ("ann@x.com", "r", nil), ("ann", "r", nil), ("ann@x.com", "r", "ann"),
        ]
        for (name, reason, day) in attempts {
            let error = await #expect(throws: ExclusionError.self) {
                try await warehouse.exclude(name, reason: reason, until: day)
            }
            #expect(error?.description.contains("ann") == false)
        }
    }
}
