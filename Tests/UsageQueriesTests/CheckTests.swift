import Testing
import UsageQueries
import UsageSchema
import UsageStore

struct CheckTests {
    /// A sound tenant: two turns of one conversation, one with an uncounted record, one licence, one directory entry.
    private func makeTenant() throws -> Tenant {
        let tenant = try Tenant()
        let ann = try tenant.person("ann")
        let turn = try tenant.use(ann, "2025-01-01 10:00:00", thread: 1, agent: 3, prompts: 0, responses: 0)
        try tenant.use(ann, "2025-01-01 09:59:59", thread: 1, agent: 3, prompts: 0, responses: 0, turn: turn)
        try tenant.use(ann, "2025-01-04 10:00:00", thread: 1, prompts: 0, responses: 0)
        try tenant.list("licenses", "2025-01-01")
        try tenant.license(ann, known: "2025-01-01")
        try tenant.member(ann, department: "Sales")
        try tenant.run(
            """
            update interactions set conversation_id = 'c';
            insert into audit_coverages values (1, 'audit_interactions', 20089, 20089, 0);
            insert into audit_coverages values (1, 'audit_interactions', 20092, 20092, 0);
            insert into covered_days values ('audit_interactions', 20089, 'inferred'),
              ('audit_interactions', 20090, 'bridged'), ('audit_interactions', 20091, 'bridged'),
              ('audit_interactions', 20092, 'inferred');
            insert into user_aliases values ('user_principal_name', 'ann@x', \(ann));
            """
        )
        try tenant.rollUp()
        return tenant
    }

    @Test(arguments: UsageSchema.checks)
    func `a sound warehouse passes`(check: SchemaFile) async throws {
        let offenders = try await makeTenant().warehouse.rows(sql: check.sql)
        #expect(offenders.columns == ["object", "detail"])
        #expect(offenders.drawn.isEmpty)
        #expect(check.sql.hasPrefix("-- rule: "))
        #expect(check.sql.contains("\n-- remedy: "))
    }

    private static let addUser =
        "insert into users (id, identity, user_principal_name, account_kind) values (77, 'a', 'b', 'person');"

    /// A statement that breaks one rule, by the check that must notice.
    static let damages: [(check: String, sql: String)] = [
        ("daily_activity", "update daily_activity set prompt_count = 7"),
        ("daily_activity", "delete from daily_activity"),
        ("daily_activity", "update daily_activity set conversation_count = 1 - conversation_count"),
        ("daily_activity", "update daily_activity set longest_conversation_prompt_count = 9"),
        ("shared_conversations", "update shared_conversations set prompt_count = 7"),
        ("shared_conversations", "delete from shared_conversations"),
        ("hourly_activity", "update hourly_activity set hour = 11"),
        ("hourly_activity", "delete from hourly_activity"),
        ("interaction_counts", "update interactions set prompt_count = 1"),
        ("interaction_counts", "update interactions set resource_count = 1"),
        ("turns", "update interactions set conversation_id = 'd' where is_counted = 0"),
        ("turns", "update interactions set turn_id = id, is_counted = 0 where is_counted = 1"),
        ("days", "update interactions set occurred_at = occurred_at + 86400"),
        ("record_days", "update interactions set record_id = 'one', day_number = day_number + id"),
        ("ledger", "insert into rejected_rows values (1, 1, null, null, null, 'c', 'r', '')"),
        ("license_spans", "insert into license_assignments select 99, user_id, 1, 20000, null, 0, 1 from accounts"),
        ("directory_spans", "insert into directory_periods (user_id, valid_from) select id, 20000 from users"),
        ("covered_days", "delete from covered_days where basis = 'bridged'"),
        ("covered_days", "insert into covered_days values ('agent_authoring', 20089, 'inferred')"),
        ("people", addUser + "update user_aliases set user_id = 77"),
        ("people", addUser + "update interactions set user_id = 77"),
        ("by_person", "update accounts set is_by_person = 0"),
        ("roll_up_keys", "update daily_activity set agent_id = 55 where agent_id > 0"),
        ("roll_up_keys", "update shared_conversations set agent_id = 55"),
        ("roll_up_keys", "update shared_conversations set thread_id = 55"),
    ]

    @Test(arguments: damages.indices)
    func `damage is noticed`(index: Int) async throws {
        let damage = Self.damages[index]
        let tenant = try makeTenant()
        try tenant.run(damage.sql)
        let check = try #require(UsageSchema.checks.first { $0.name == damage.check })
        let offenders = try await tenant.warehouse.rows(sql: check.sql)
        #expect(!offenders.rows.isEmpty, "\(damage.check): \(damage.sql)")
    }
}
