import Testing

/// What is said to be known is what was loaded.
struct CoveragePropertyTests {
    @Test(arguments: Case.all)
    func `missing days are the window without the known ones`(tenant: Case) async throws {
        let invented = try await TenantPool.shared.tenant(tenant.seed)
        let missing = (tenant.from..<tenant.to).filter { !invented.coveredDays.contains($0) }
        let gaps = try await tenant.ask("coverage_gaps")
        let told = gaps.rows.map { ($0.text("first_missing_day"), $0.text("last_missing_day")) }
        #expect(gaps.sum("missing_day_count") == missing.count)
        #expect(missing.allSatisfy { day in told.contains { $0.0 <= dayText(day) && dayText(day) <= $0.1 } })
        for (before, after) in zip(told, told.dropFirst()) { #expect(before.1 < after.0) }
        let daily = try await tenant.ask("daily_active_users")
        #expect(daily.rows.filter { $0.int("is_covered") == 0 }.map { $0.text("day") } == missing.map(dayText))
    }

    @Test(arguments: Case.all)
    func `the sources count what they brought`(tenant: Case) async throws {
        let invented = try await TenantPool.shared.tenant(tenant.seed)
        let sources = try await tenant.ask("coverage").lines(by: "source")
        // Records of days that nothing vouches for are loaded, too.
        let records = invented.turns.filter { (tenant.from..<tenant.to).contains($0.day) }
        let interactions = records.filter { $0.recordType == 261 }
        let audit = try #require(sources["audit_interactions"])
        #expect(audit.int("record_count") == interactions.count)
        #expect(audit.int("uncounted_record_count") == interactions.count { $0.isTwin })
        #expect(audit.int("not_person_record_count") == interactions.count { !$0.account.isByPerson })
        let people = interactions.filter(\.account.isByPerson).map(\.account.name)
        #expect(audit.int("person_count") == Set(people).count)
        #expect(audit.int("covered_day_count") == (try await tenant.knownDayCount()))
        #expect(sources["audit_other_record_types"]?.int("record_count") == records.count - interactions.count)
        let licensed = try await tenant.ask("license_utilization").only.int("licensed_user_count")
        #expect(sources["license_lists"]?.int("record_count") == licensed)
        let managers = try await tenant.ask("adoption_by_manager", ["max_depth": "1"])
        #expect(managers.sum("direct_report_count") <= sources["managers"]?.int("record_count") ?? 0)
    }
}
