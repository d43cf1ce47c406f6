import Testing

/// Who is new, kept and back in a month follows from the months in which the records show a person.
struct MonthPropertyTests {
    /// People by the month in which the records show them, on days that nothing vouches for, too.
    private func people(_ tenant: Case) async throws -> [String: Set<String>] {
        let turns = try await TenantPool.shared.tenant(tenant.seed).turns.filter(\.isAdoption)
        return Self.people(turns)
    }

    private static func people(_ turns: [InventedTurn]) -> [String: Set<String>] {
        Dictionary(grouping: turns) { String(dayText($0.day).prefix(7)) }.mapValues { Set($0.map(\.account.name)) }
    }

    private static let months = ["2024-11", "2024-12"] + (1...6).map { "2025-0\($0)" }

    @Test(arguments: Case.all)
    func `new, kept and returning people are those of the records`(tenant: Case) async throws {
        let all = try await people(tenant)
        let counted = Self.people(try await tenant.turns().filter(\.isAdoption))
        for row in try await tenant.ask("monthly_active_users").rows where row.int("new_user_count") != nil {
            let month = row.text("month")
            let place = try #require(Self.months.firstIndex(of: month))
            let own = counted[month] ?? []
            let before = all[Self.months[place - 1]] ?? []
            let ever = Self.months[..<place].reduce(into: Set<String>()) { $0.formUnion(all[$1] ?? []) }
            #expect(row.int("active_user_count") == own.count)
            #expect(row.int("previous_active_user_count") == before.count)
            #expect(row.int("new_user_count") == own.subtracting(ever).count)
            #expect(row.int("retained_user_count") == own.intersection(before).count)
            #expect(row.int("reactivated_user_count") == own.intersection(ever).subtracting(before).count)
        }
    }

    @Test(arguments: Case.all)
    func `cohorts are the people whom a month shows first`(tenant: Case) async throws {
        let all = try await people(tenant)
        let counted = Self.people(try await tenant.turns().filter(\.isAdoption))
        for row in try await tenant.ask("retention_cohorts").rows {
            let place = try #require(Self.months.firstIndex(of: row.text("cohort_month")))
            let ever = Self.months[..<place].reduce(into: Set<String>()) { $0.formUnion(all[$1] ?? []) }
            let cohort = (all[Self.months[place]] ?? []).subtracting(ever)
            #expect(row.int("cohort_user_count") == cohort.count)
            guard let active = row.int("active_user_count") else { continue }
            #expect(active == cohort.intersection(counted[row.text("month")] ?? []).count)
        }
    }
}
