import Testing
import UsageTestSupport

@testable import UsageStore

/// An exclusion goes with the person, whatever loads tell of names later.
struct ExcludedPeopleTests {
    private let warehouse: UsageWarehouse
    private let at: Int64 = 20_100 * 86_400

    init() throws { warehouse = try UsageWarehouse.inMemory() }

    /// Who is excluded, by identity, and why.
    private func expectHolders(_ rows: String..., location: SourceLocation = #_sourceLocation) async throws {
        try await warehouse.expect(
            """
            select u.identity, x.reason from license_exclusions x join users u on u.id = x.user_id order by 1
            """,
            rows,
            location: location
        )
        try await expectSound(warehouse)
    }

    @Test func `a renamed person stays excluded, and the old name still leads to the person`() async throws {
        try await warehouse.load(uses: Use(number: 1, name: "old@x.com", objectID: objectID(1), at: at))
        try await warehouse.exclude("old@x.com", reason: "board")
        try await warehouse.load(uses: Use(number: 2, name: "new@x.com", objectID: objectID(1), at: at + 9))
        #expect(try await warehouse.exclusions().map(\.userPrincipalName) == ["new@x.com"])
        #expect(try await warehouse.exclude("old@x.com", reason: "board") == .unchanged)
        try await expectHolders("object:\(objectID(1)) board")
        try await warehouse.removeExclusion(of: "old@x.com")
        try await expectHolders()
    }

    @Test func `a recycled name leaves the exclusion with the person who had it`() async throws {
        try await warehouse.load(uses: Use(number: 1, name: "ann@x.com", objectID: objectID(1), at: at))
        try await warehouse.exclude("ann@x.com", reason: "board")
        try await warehouse.load(uses: Use(number: 2, name: "ann@x.com", objectID: objectID(2), at: at + 9))
        try await expectHolders("object:\(objectID(1)) board")
        // The name now means the other one.
        #expect(try await warehouse.exclude("ann@x.com", reason: "pilot") == .added)
        try await expectHolders("object:\(objectID(1)) board", "object:\(objectID(2)) pilot")
    }

    @Test(arguments: [true, false])
    func `the first object id of a name takes the exclusion over`(isKnownBefore: Bool) async throws {
        if isKnownBefore {
            try await warehouse.load(
                .use(Use(number: 1, name: "eva@x.com", at: at)),
                .list(List(day: 20_100, rows: [.holder("eva@x.com")]))
            )
        }
        try await warehouse.exclude("eva@x.com", reason: "board", allowsUnknown: !isKnownBefore)
        try await expectHolders("upn:eva@x.com board")
        try await warehouse.load(uses: Use(number: 2, name: "eva@x.com", objectID: objectID(1), at: at))
        try await expectHolders("object:\(objectID(1)) board")
        try await warehouse.expect("select user_principal_name from users", ["eva@x.com"])
        let owners = "select distinct user_id from interactions union select user_id from license_assignments"
        #expect(try await warehouse.drawn(owners).count == 1)
    }

    @Test(arguments: [true, false])
    func `of several ids of a name in one load the one seen latest takes it over`(isLatestFirst: Bool) async throws {
        try await warehouse.exclude("eva@x.com", reason: "board", allowsUnknown: true)
        let earlier = Fact.use(Use(number: 1, name: "eva@x.com", objectID: objectID(1), at: at))
        let later = Fact.use(Use(number: 2, name: "eva@x.com", objectID: objectID(2), at: at + 9))
        try await warehouse.load(batches: [isLatestFirst ? [later, earlier] : [earlier, later]])
        try await expectHolders("object:\(objectID(2)) board")
    }

    @Test(arguments: [true, false])
    func `a name that turns out to be another name of somebody known takes the exclusion along`(
        isList: Bool
    ) async throws {
        try await warehouse.load(uses: Use(number: 1, name: "old@x.com", objectID: objectID(1), at: at))
        try await warehouse.exclude("new@x.com", reason: "board", allowsUnknown: true)
        if isList {
            try await warehouse.load(lists: List(day: 20_101, rows: [.holder("new@x.com", objectID(1))]))
        } else {
            try await warehouse.load(uses: Use(number: 2, name: "new@x.com", objectID: objectID(1), at: at + 9))
        }
        try await expectHolders("object:\(objectID(1)) board")
        #expect(try await warehouse.exclusions().map(\.userPrincipalName) == ["new@x.com"])
        #expect(try await warehouse.count("select count(*) from users") == 1)
    }

    @Test func `the home name of a guest leads to the guest`() async throws {
        try await warehouse.exclude("kim@home.org", reason: "board", allowsUnknown: true)
        try await warehouse.load(
            uses: Use(number: 1, name: "kim_home.org#EXT#@x.onmicrosoft.com", objectID: objectID(1), userType: 10)
        )
        try await expectHolders("object:\(objectID(1)) board")
        #expect(try await warehouse.exclude("kim@home.org", reason: "vip") == .changed)
    }

    /// Review days of the two; nil: until removed.
    static let reviewDays: [(first: String?, second: String?)] = [
        (nil, "2025-06-01"), ("2025-06-01", nil), ("2025-06-01", "2025-07-01"), ("2025-07-01", "2025-06-01"),
    ]

    @Test(arguments: reviewDays)
    func `of two excluded people who are one the exclusion that holds longer stays`(
        first: String?,
        second: String?
    ) async throws {
        try await warehouse.load(
            uses: Use(number: 1, name: "eve@x.com", objectID: objectID(1), at: at),
            Use(number: 2, name: "eva@x.com", at: at)
        )
        try await warehouse.exclude("eve@x.com", reason: "first", until: first)
        try await warehouse.exclude("eva@x.com", reason: "second", until: second)
        try await warehouse.load(uses: Use(number: 3, name: "eva@x.com", objectID: objectID(1), at: at + 9))
        let isFirst = (first ?? "9") > (second ?? "9")
        try await expectHolders("object:\(objectID(1)) \(isFirst ? "first" : "second")")
    }

    @Test func `somebody unknown is met by a list under the name`() async throws {
        try await warehouse.exclude("ann@x.com", reason: "board", until: "2025-06-01", allowsUnknown: true)
        try await warehouse.load(lists: List(day: 20_100, rows: [.holder("Ann@X.com")]))
        try await expectHolders("upn:ann@x.com board")
        try await warehouse.expect(
            "select count(*) from license_assignments l join license_exclusions x on x.user_id = l.user_id",
            ["1"]
        )
        try await warehouse.removeExclusion(of: "ann@x.com")
        #expect(try await warehouse.count("select count(*) from users") == 1)
    }
}
