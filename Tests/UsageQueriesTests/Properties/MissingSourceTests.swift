import Testing
import UsageQueries
import UsageStore

/// What is not known is NULL, never zero: without a source its columns are NULL and all others stay as they were.
struct MissingSourceTests {
    /// Columns that are NULL when a source is missing, by question.
    static let licenseColumns: [String: Set<String>] = [
        "adoption_summary": [
            "licensed_user_count", "active_licensed_user_count", "active_unlicensed_user_count",
            "active_license_ratio", "license_basis",
        ],
        "daily_active_users": ["active_licensed_user_count"],
        "weekly_active_users": ["active_licensed_user_count"],
        "active_users_by_app": ["active_licensed_user_count"],
        "active_users_by_app_host": ["active_licensed_user_count"],
        "adoption_by_manager": ["licensed_user_count", "active_licensed_user_count", "active_license_ratio"],
        "user_activity": ["is_licensed"],
        "active_day_segments": ["licensed_user_count"],
        "license_utilization": [
            "license_basis", "unassigned_license_count", "licensed_user_count", "active_licensed_user_count",
            "idle_licensed_user_count", "utilization_ratio", "disabled_licensed_user_count",
            "never_seen_licensed_user_count", "unlicensed_active_user_count",
        ],
        "license_history": [
            "license_basis", "licensed_user_count", "gained_user_count", "lost_user_count",
            "active_licensed_user_count", "idle_licensed_user_count", "utilization_ratio",
        ],
        "license_seat_states": ["user_count", "user_ratio"],
        "agent_usage": ["licensed_user_count"],
        "report_reconciliation_days": ["audit_active_licensed_user_count", "difference_count", "difference_ratio"],
    ]

    static let directoryColumns: [String: Set<String>] = [
        "adoption_summary": ["directory_user_count", "active_directory_ratio"],
        "user_activity": ["department", "is_account_enabled"],
        "usage_segments": ["department"],
        "engagement_scores": ["department"],
        "license_utilization": ["disabled_licensed_user_count"],
        "license_activations": ["department"],
        "agent_usage": ["department_count"],
        "top_resources": ["department_count"],
        "risk_events": ["department"],
    ]

    /// Questions that no list can change.
    static let auditOnly = [
        "coverage_gaps", "rolling_active_users", "monthly_active_users", "conversations_by_app", "app_breadth",
        "hourly_heatmap", "retention_cohorts", "user_activity_days", "user_interactions", "usage_concentration",
        "agent_health", "agent_changes", "agent_change_counts", "resource_access_by_type", "site_access",
        "risk_event_counts", "plugin_and_model_usage", "report_user_counts", "report_user_activity", "time_saved",
    ]

    private func expectOnlyMissing(
        _ columns: Set<String>,
        of question: String,
        without source: String,
        _ tenant: Case
    ) async throws {
        // Who has a licence and does nothing is a row only where licences are known.
        let parameters = question == "user_activity" ? ["include_inactive": "0"] : [:]
        let given = try tenant.given(question, parameters)
        let whole = try await tenant.ask(question, parameters)
        let rest = try await TenantPool.shared.ask(question, given, seed: tenant.seed, without: [source])
        #expect(whole.columns == rest.columns)
        #expect(columns.isSubset(of: Set(whole.columns)))
        for row in rest.rows { for column in columns { #expect(row[column] == .null, "\(column) of \(question)") } }
        func others(_ answer: Answer) -> [[String: String]] {
            answer.rows.map { row in row.values.filter { !columns.contains($0.key) }.mapValues(\.drawn) }
        }
        #expect(others(rest) == others(whole), "\(question)")
    }

    @Test(arguments: Case.long.filter { $0.seed % 4 == 3 })
    func `without licence lists only what licences tell is NULL`(tenant: Case) async throws {
        for (question, columns) in Self.licenseColumns {
            try await expectOnlyMissing(columns, of: question, without: "license_lists", tenant)
        }
        let unchanged = Self.auditOnly + ["agent_inventory", "top_resources", "sensitive_access", "risk_events"]
        for question in unchanged { try await expectOnlyMissing([], of: question, without: "license_lists", tenant) }
        for question in [
            "unlicensed_usage", "engagement_scores", "reclaim_candidates", "reclaim_candidate_counts",
            "license_candidates", "license_activations", "license_activation_cohorts",
        ] {
            let given = try tenant.given(question)
            let answer = try await TenantPool.shared.ask(question, given, seed: tenant.seed, without: ["license_lists"])
            #expect(answer.rows.isEmpty, "\(question)")
        }
    }

    @Test(arguments: Case.long.filter { $0.seed % 4 == 1 })
    func `without a directory only what it tells is NULL`(tenant: Case) async throws {
        for (question, columns) in Self.directoryColumns {
            try await expectOnlyMissing(columns, of: question, without: "directory", tenant)
        }
        let unchanged =
            Self.auditOnly
            + Self.licenseColumns.keys.filter {
                Self.directoryColumns[$0] == nil && $0 != "adoption_by_manager"
            }
        for question in unchanged + ["unlicensed_usage", "prompts_distribution"] {
            try await expectOnlyMissing([], of: question, without: "directory", tenant)
        }
        let given = try tenant.given("adoption_by_department")
        let source = Set(["directory"])
        let one = try await TenantPool.shared.ask("adoption_by_department", given, seed: tenant.seed, without: source)
        let summary = try await tenant.ask("adoption_summary").only
        let row = try one.only
        #expect(row["department"] == .null && row["directory_user_count"] == .null)
        #expect(row["active_directory_ratio"] == .null)
        #expect(row.int("active_user_count") == summary.int("active_user_count"))
        #expect(row.int("licensed_user_count") == summary.int("licensed_user_count"))
    }

    /// Columns that tell what is known of lists and reports, or when, also while no audit data are.
    static let knownWithoutAudit: Set<String> = [
        "from_day", "to_day", "day_count", "covered_day_count", "licensed_user_count", "directory_user_count",
        "license_basis", "gained_user_count", "lost_user_count", "purchased_license_count", "unassigned_license_count",
        "disabled_licensed_user_count", "person_count", "direct_report_count", "total_report_count",
        "target_apps", "lookback_days", "moderate_days", "frequent_days", "daily_days", "week_count",
        "habit_week_count", "hour", "weekday", "lowest_prompt_count", "highest_prompt_count", "activation_days",
        "is_complete", "is_covered", "is_licensed", "is_account_enabled",
    ]

    @Test(arguments: Case.long.filter { $0.seed % 6 == 0 })
    func `without audit data every count of use is NULL`(tenant: Case) async throws {
        for question in [
            "adoption_summary", "daily_active_users", "rolling_active_users", "weekly_active_users",
            "monthly_active_users", "hourly_heatmap", "adoption_by_department", "adoption_by_manager",
            "user_activity", "active_day_segments", "engagement_scores", "engagement_band_counts",
            "usage_concentration", "prompts_distribution", "license_utilization", "license_history",
            "license_seat_states", "usage_segment_counts", "usage_segments", "active_users_by_app",
        ] {
            let given = try tenant.given(question)
            let sources = Set(["audit_interactions"])
            let answer = try await TenantPool.shared.ask(question, given, seed: tenant.seed, without: sources)
            for row in answer.rows {
                for column in answer.columns where !Self.knownWithoutAudit.contains(column) {
                    #expect(row.int(column) == nil, "\(column) of \(question)")
                }
            }
        }
    }
}
