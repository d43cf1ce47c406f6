import Testing
import UsageQueries

struct CoverageTests {
    @Test func `an empty warehouse answers that nothing is loaded`() async throws {
        let rows = try await Tenant().warehouse.fetch(Coverage())
        #expect(rows.count == 10)
        #expect(rows.allSatisfy { $0.status == "not_loaded" && $0.recordCount == 0 && $0.personCount == nil })
        #expect(rows.map(\.coveredDayCount) == [0, 0, 0, nil, nil, nil, nil, nil, nil, nil])
    }

    // File 1 holds 01-02 .. 01-31, file 2 02-03 .. 02-28, two bridged days between: 30 of January's 31 days.
    @Test func `a window that begins a day before the data is partly covered`() async throws {
        let tenant = try Tenant()
        let ann = try tenant.person("ann")
        let bot = try tenant.person("bot", isByPerson: false)
        let turn = try tenant.use(ann, "2025-01-02 08:00:00")
        try tenant.use(ann, "2025-01-02 08:00:01", turn: turn)
        try tenant.use(bot, "2025-01-31 23:59:59")
        try tenant.use(ann, "2025-02-28 10:00:00")
        try tenant.cover("2025-01-02", "2025-02-28")
        try tenant.rollUp()
        let row = try await tenant.warehouse.fetch(Coverage(from: "2025-01-01", to: "2025-02-01")).first
        let audit = try #require(row)
        #expect(audit.status == "partly_covered")
        #expect(audit.firstDay == "2025-01-02")
        #expect(audit.lastDay == "2025-02-28")
        #expect(audit.windowDayCount == 31)
        #expect(audit.coveredDayCount == 30)
        #expect(audit.recordCount == 3)
        #expect(audit.personCount == 1)
        #expect(audit.uncountedRecordCount == 1)
        #expect(audit.notPersonRecordCount == 1)
        #expect(audit.unmatchedPersonCount == nil, "no directory is loaded")
    }

    @Test func `lists hold before the first of them as an assumption`() async throws {
        let tenant = try Tenant()
        let (ann, bob) = (try tenant.person("ann"), try tenant.person("bob"))
        try tenant.list("licenses", "2025-03-01")
        try tenant.license(ann, known: "2025-03-01")
        try tenant.list("directory", "2025-01-10", hasManager: true)
        try tenant.member(ann, department: "Sales", manager: bob)
        try tenant.member(bob, department: "Sales")
        let seats = try tenant.list("seats", "2025-03-01")
        try tenant.seats(seats, 10)
        try tenant.use(ann, "2025-01-05 08:00:00", recordType: 334)
        let january = try await tenant.answer("coverage", "2025-01-01", "2025-02-01")
        // Columns: source, status, first, last, days, covered, records, people, lists, uncounted, programs, unmatched.
        #expect(
            january == """
                audit_interactions | not_loaded | - | - | 31 | 0 | 0 | - | - | - | - | -
                audit_other_record_types | not_covered | 2025-01-05 | 2025-01-05 | 31 | 0 | 1 | 1 | - | - | - | -
                agent_authoring | not_loaded | - | - | 31 | 0 | 0 | - | - | - | - | -
                license_lists | assumed | 2025-03-01 | 2025-03-01 | 31 | - | 1 | 1 | 1 | - | - | -
                purchased_seats | not_covered | 2025-03-01 | 2025-03-01 | 31 | - | 0 | - | 1 | - | - | -
                directory | ok | 2025-01-10 | 2025-01-10 | 31 | - | 2 | 2 | 1 | - | - | -
                managers | ok | 2025-01-10 | 2025-01-10 | 31 | - | 1 | 1 | 1 | - | - | -
                report_user_counts | not_loaded | - | - | 31 | - | 0 | - | - | - | - | -
                report_user_details | not_loaded | - | - | 31 | - | 0 | - | - | - | - | -
                agent_inventory | not_loaded | - | - | 31 | - | 0 | - | - | - | - | -
                """
        )
        let march = try await tenant.warehouse.fetch(Coverage(from: "2025-03-01", to: "2025-04-01"))
        #expect(march.map(\.status)[3...4] == ["ok", "ok"])
        #expect(march.map(\.recordCount)[4] == 1)
    }

    @Test func `reports count users of the newest refresh and dates of trends`() async throws {
        let tenant = try Tenant()
        let ann = try tenant.person("ann")
        try tenant.report(1, "user_detail", "2025-01-10", 7)
        try tenant.report(2, "user_detail", "2025-01-20", 7, isConcealed: true)
        try tenant.report(3, "trend", "2025-01-20", 7)
        try tenant.reported(1, ann)
        try tenant.reported(1, ann, app: "Word")
        try tenant.reported(2, nil, token: "AA")
        try tenant.reported(2, nil, token: "BB")
        for day in 14...20 { try tenant.counted(3, day: "2025-01-\(day)", "Any app", nil, nil) }
        let before = try await tenant.warehouse.fetch(Coverage(from: "2025-01-01", to: "2025-01-16"))
        #expect(before[7].status == "ok")
        #expect(before[7].recordCount == 2, "14 and 15 January")
        #expect(before[7].firstDay == "2025-01-14")
        #expect(before[8].status == "ok")
        #expect(before[8].recordCount == 1, "ann, once although named for two apps")
        #expect(before[8].unmatchedPersonCount == 0)
        let after = try await tenant.warehouse.fetch(Coverage(from: "2025-01-01", to: "2025-02-01"))
        #expect(after[8].status == "concealed")
        #expect(after[8].recordCount == 2)
        #expect(after[8].personCount == 0)
        #expect(after[8].unmatchedPersonCount == 2)
        #expect(after[8].snapshotCount == 2)
    }
}
