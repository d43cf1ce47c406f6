import Foundation
import Testing
import UsageIngestion
import UsageSample
import UsageStore
import UsageTestSupport

/// Whatever the route by which a tenant's records leave it, the warehouse ends the same.
struct RouteTests {
    /// A small tenant in every format, written once.
    struct Tenant: Sendable {
        let folder: TemporaryFolder
        let files: SampleFiles

        init() throws {
            folder = try TemporaryFolder()
            let options = SampleTenant.Options(users: 60, interactions: 1_200, days: 60, formats: .all, shapes: 300)
            files = try SampleTenant(options: options).write(to: folder.path)
        }

        func path(_ format: SampleFormat) throws -> String { try #require(files.path(of: format)) }

        /// What a load of a route's files must count.
        func truth(ofRoute name: String) throws -> [String: Int] {
            let data = try Data(contentsOf: URL(fileURLWithPath: folder.path("truth.json")))
            let truth = try JSONSerialization.jsonObject(with: data) as? [String: Any]
            let routes = truth?["routes"] as? [String: Any]
            return try #require(routes?[name] as? [String: Int])
        }
    }

    static let tenant = Result { try Tenant() }

    /// The routes that carry whole records, with the name under which the tenant's plan counts them.
    static let wholeRoutes: [(format: SampleFormat, name: String, identifier: String)] = [
        (.purviewAuditCSV, "Copilot_Activities.csv", "purview-audit-csv"),
        (.unifiedAuditLogCSV, "unified-audit-log.csv", "unified-audit-log-csv"),
        (.paxRawCSV, "pax-raw.csv", "purview-audit-csv"), (.graphScriptCSV, "graph-to-csv.csv", "purview-audit-csv"),
        (.graphAuditPages, "graph-audit-pages", "graph-audit-json"),
        (.graphAuditJSON, "graph-audit.json", "graph-audit-json"),
        (.activityFeed, "activity-feed", "activity-feed-json"), (.auditJSONLines, "audit.jsonl", "audit-json-lines"),
    ]

    static let adminRoutes: [(format: SampleFormat, name: String)] = [
        (.adminActivitiesCSV, "Admin_Activities.csv"), (.adminJSONLines, "admin-activity.jsonl"),
        (.adminGraphPage, "admin-graph-page.json"),
    ]

    private func warehouse(_ formats: [SampleFormat]) async throws -> (UsageWarehouse, [LoadSummary]) {
        let warehouse = try UsageWarehouse.inMemory()
        let paths = try formats.map { try Self.tenant.get().path($0) }
        let outcomes = try await warehouse.ingest(contentsOf: paths)
        return (warehouse, try outcomes.map { try #require($0.summary) })
    }

    @Test(arguments: wholeRoutes.indices)
    func `each route alone gives what the portal's export gives, and counts what the tenant's plan says`(
        _ index: Int
    ) async throws {
        let (format, name, identifier) = Self.wholeRoutes[index]
        let (expected, _) = try await warehouse([.purviewAuditCSV])
        let (found, summaries) = try await warehouse([format])
        #expect(Set(summaries.map(\.format.rawValue)) == [identifier])
        let truth = try Self.tenant.get().truth(ofRoute: name)
        let counts = summaries.reduce(into: LoadCounts()) { $0 += $1.counts }
        #expect(Int(counts.read) == truth["read"])
        #expect(Int(counts.added) == truth["added"])
        #expect(Int(counts.duplicates + counts.updated) == truth["duplicates"])
        #expect(Int(counts.rejected) == truth["rejected"])
        #expect(Int(counts.outOfScope) == truth["out_of_scope"])
        try await expectContents(of: found, WarehouseContents(expected))
        try await expectChecksPass(found)
        #expect(!summaries.flatMap(\.notes).contains { $0.hasPrefix("Incomplete download") })
    }

    @Test(arguments: adminRoutes.indices)
    func `each route of administration alone gives the same`(_ index: Int) async throws {
        let (expected, _) = try await warehouse([.adminActivitiesCSV])
        let (found, summaries) = try await warehouse([Self.adminRoutes[index].format])
        let truth = try Self.tenant.get().truth(ofRoute: Self.adminRoutes[index].name)
        #expect(summaries.map { Int($0.counts.added) } == [truth["added"]])
        #expect(summaries.map { Int($0.counts.outOfScope) } == [truth["out_of_scope"]])
        try await expectContents(of: found, WarehouseContents(expected))
        try await expectChecksPass(found)
    }

    @Test func `all routes in one warehouse give what one route gives, in any order`() async throws {
        let routes = Self.wholeRoutes.map(\.format) + Self.adminRoutes.map(\.format) + [.paxExplodedCSV]
        let expected = try await WarehouseContents(warehouse([.purviewAuditCSV, .adminActivitiesCSV]).0)
        for order in [routes, routes.reversed()] {
            let (found, _) = try await warehouse(order)
            try await expectContents(of: found, expected)
            try await expectChecksPass(found)
        }
    }

    @Test func `the exploded form agrees on the fields that it carries`() async throws {
        let (expected, _) = try await warehouse([.purviewAuditCSV])
        let (found, summaries) = try await warehouse([.paxExplodedCSV])
        let truth = try Self.tenant.get().truth(ofRoute: "pax-exploded.csv")
        #expect(summaries.map { Int($0.counts.read) } == [truth["read"]])
        #expect(summaries.map { Int($0.counts.added) } == [truth["added"]])
        for sql in Self.carried {
            let rows = try await expected.texts(sql)
            #expect(!rows.isEmpty)
            let difference = Set(try await found.texts(sql)).symmetricDifference(rows)
            #expect(difference.isEmpty, "\(sql): \(difference.sorted { $0[0] < $1[0] }.prefix(4))")
        }
        try await expectChecksPass(found)
    }

    /// What the exploded form carries of records, messages, accesses, contexts and plug-ins.
    private static let carried = [
        """
        select record_id, occurred_at, user_principal_name, received_user_id, received_user_type, app, app_host,
          agent_name, thread_id, prompt_count, response_count, is_by_person, is_counted, turn_record_id, record_type,
          operation, workload, client_ip, client_region, sensitivity_label
        from interactions_detail
        """,
        """
        select d.record_id, m.ordinal, quote(m.message_id), m.is_prompt
        from messages m join interactions i on i.id = m.interaction_id
        join interactions_detail d on d.record_id = \(recordID)
        where m.message_id is not null
        """,
        """
        select \(recordID), a.ordinal, k.action, r.site_url, r.name, r.type, s.label_guid, k.policy_names
        from accessed_resources a join interactions i on i.id = a.interaction_id
        join access_kinds k on k.id = a.access_kind_id left join resources r on r.id = a.resource_id
        left join sensitivity_labels s on s.id = k.sensitivity_label_id
        where r.site_url is not null or r.name is not null
        """,
        """
        select \(recordID), c.ordinal, t.target_id, t.type
        from contexts c join interactions i on i.id = c.interaction_id
        join context_targets t on t.id = c.context_target_id where t.target_id is not null
        """,
        """
        select \(recordID), x.ordinal, p.plugin_id, p.name
        from interaction_plugins x join interactions i on i.id = x.interaction_id join plugins p on p.id = x.plugin_id
        """,
    ]

    private static let recordID = """
        substr(lower(hex(i.record_id)), 1, 8) || '-' || substr(lower(hex(i.record_id)), 9, 4) || '-'
          || substr(lower(hex(i.record_id)), 13, 4) || '-' || substr(lower(hex(i.record_id)), 17, 4) || '-'
          || substr(lower(hex(i.record_id)), 21)
        """

    @Test func `a page without the pages that follow it is reported, and only that`() async throws {
        let pages = try Self.tenant.get().files.files(of: .graphAuditPages)
        try #require(pages.count > 2)
        let warehouse = try UsageWarehouse.inMemory()
        let alone = try await warehouse.ingest(contentsOf: pages[0].path)
        #expect(alone.notes.first?.hasPrefix("Incomplete download: ") == true)
        #expect(try await warehouse.count("select count(*) from import_notes where code = 'incomplete_download'") == 1)
        let last = try await warehouse.ingest(contentsOf: pages[pages.count - 1].path)
        #expect(!last.notes.contains { $0.hasPrefix("Incomplete download") })
        let missing = try await warehouse.ingest(contentsOf: pages.dropLast().map(\.path))
        #expect(missing.allSatisfy { $0.summary?.notes.first?.hasPrefix("Incomplete download: ") == true })
    }
}
