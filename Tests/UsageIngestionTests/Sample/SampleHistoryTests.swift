import Foundation
import Testing
import UsageIngestion
import UsageSample
import UsageStore
import UsageTestSupport

/// A tenant's monthly lists and reports: what a load counts, and what history they give, against the tenant's plan.
struct SampleHistoryTests {
    struct Tenant: Sendable {
        let folder: TemporaryFolder

        init() throws {
            folder = try TemporaryFolder()
            let options = SampleTenant.Options(users: 60, interactions: 1_500, days: 200, formats: .all, shapes: 0)
            _ = try SampleTenant(options: options).write(to: folder.path)
        }

        func truth() throws -> [String: Any] {
            let data = try Data(contentsOf: URL(fileURLWithPath: folder.path("truth.json")))
            return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        }

        /// The files, or folders of pages, of a folder, in the order of their days, with what a load must count.
        func routes(in folder: String) throws -> [(name: String, day: String, truth: [String: Any])] {
            let routes = try #require(try truth()["routes"] as? [String: [String: Any]])
            return routes.filter { $0.key.hasPrefix(folder + "/") && $0.value["day"] is String }
                .map { ($0.key, $0.value["day"] as? String ?? "", $0.value) }
                .sorted { ($0.1, $0.0) < ($1.1, $1.0) }
        }
    }

    static let tenant = Result { try Tenant() }

    private func day(_ text: String) async throws -> Int64 {
        let warehouse = try UsageWarehouse.inMemory()
        let value = try await warehouse.value("select day_number from days where day = :day", ["day": .text(text)])
        return try #require(value?.integer)
    }

    private func load(_ name: String, day text: String, into warehouse: UsageWarehouse) async throws -> LoadCounts {
        var options = LoadOptions()
        options.asOfDay = try await day(text)
        let path = try Self.tenant.get().folder.path(name)
        let outcomes = try await warehouse.ingest(contentsOf: [path], options: options)
        return try outcomes.reduce(into: LoadCounts()) { $0 += try #require($1.summary, "\(name)").counts }
    }

    @Test(arguments: [
        "readiness", "licensed-users", "entra-users", "graph-users", "active-users", "pax-users", "subscribed-skus",
        "graph-user-detail", "graph-user-summary", "graph-user-trend", "admin-usage",
    ])
    func `every list and report counts what the tenant's plan says`(_ folder: String) async throws {
        let warehouse = try UsageWarehouse.inMemory()
        let routes = try Self.tenant.get().routes(in: folder)
        #expect(!routes.isEmpty)
        for route in routes {
            let counts = try await load(route.name, day: route.day, into: warehouse)
            let found = [
                "read": counts.read, "added": counts.added, "updated": counts.updated,
                "duplicates": counts.duplicates, "rejected": counts.rejected,
            ]
            for (name, count) in found {
                if let expected = route.truth[name] as? Int { #expect(count == expected, "\(route.name) \(name)") }
            }
        }
        try await expectChecksPass(warehouse)
    }

    @Test(arguments: ["readiness", "graph-users"])
    func `licence holders month by month are those of the plan, in any order of loading`(_ folder: String) async throws
    {
        let routes = try Self.tenant.get().routes(in: folder)
        let months = try #require(try Self.tenant.get().truth()["licences"] as? [String: Any])["months"]
        let plan = try #require(months as? [String: [String: Any]])
        for order in [routes, routes.reversed()] {
            let warehouse = try UsageWarehouse.inMemory()
            for route in order { _ = try await load(route.name, day: route.day, into: warehouse) }
            for (month, truth) in plan {
                guard let text = truth["day"] as? String else { continue }
                let holders = try await warehouse.value(
                    """
                    select count(distinct user_id) from license_spans s join days d on d.day = :day
                    where s.valid_from <= d.day_number and s.valid_to > d.day_number
                    """,
                    ["day": .text(text)]
                )
                // A directory tells licences of its people alone.
                let absent = folder == "readiness" ? 0 : truth["not_in_directory"] as? Int ?? 0
                let key = folder == "readiness" ? "holders_by_lists" : "holders"
                #expect(
                    holders?.integer.map(Int.init) == (truth[key] as? Int).map { $0 - absent },
                    "\(folder) \(month)"
                )
            }
            try await expectChecksPass(warehouse)
        }
    }

    @Test func `people keep one user through new names, departments and managers`() async throws {
        let warehouse = try UsageWarehouse.inMemory()
        for route in try Self.tenant.get().routes(in: "graph-users").shuffled() {
            _ = try await load(route.name, day: route.day, into: warehouse)
        }
        let people = try #require(try Self.tenant.get().truth()["chosen_people"] as? [String: [String: [String: Any]]])
        let plan = try #require(try Self.tenant.get().truth()["directories"] as? [String: Any])["months"]
        let months = try #require(plan as? [String: [String: Any]])
        for (objectID, history) in people {
            for (month, truth) in history {
                guard let text = months[month]?["day"] as? String else { continue }
                let rows = try await warehouse.rows(
                    sql: """
                        select p.name, m.user_principal_name from users u join days d on d.day = :day
                        join directory_spans s on s.user_id = u.id
                          and s.valid_from <= d.day_number and s.valid_to > d.day_number
                        left join directory_periods q on q.user_id = u.id
                          and coalesce(q.valid_from, 0) = s.valid_from
                        left join departments p on p.id = q.department_id
                        left join users m on m.id = q.manager_user_id
                        where u.entra_object_id = :id
                        """,
                    parameters: ["day": .text(text), "id": .text(objectID)]
                ).rows
                let department = truth["department"] as? String
                #expect(rows.count == (truth["user_principal_name"] is String ? 1 : 0), "\(objectID) \(month)")
                guard let row = rows.first, let department else { continue }
                #expect(row[0].text == department, "\(objectID) \(month)")
            }
        }
        #expect(try await warehouse.count("select count(*) from manager_tree where manager_user_id = user_id") == 0)
        #expect(try await warehouse.count("select count(*) from manager_tree where depth > 1") ?? 0 > 0)
    }

    @Test func `a concealed report is kept, told, and joined to nobody`() async throws {
        let folder = try Self.tenant.get().folder
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path("concealed"))
            .filter { $0.contains("detail") }.sorted()
        let warehouse = try UsageWarehouse.inMemory()
        for name in names {
            let summary = try await warehouse.ingest(contentsOf: folder.path("concealed/\(name)"))
            #expect(summary.counts.rejected == 0)
            #expect(summary.notes.contains { $0.hasPrefix("The report conceals names") }, "\(name)")
        }
        #expect(!names.isEmpty)
        #expect(try await warehouse.count("select count(*) from users") == 0)
        #expect(
            try await warehouse.count("select count(*) from report_users where concealed_name is not null") ?? 0 > 0
        )
        let status = try await warehouse.value(
            "select count(*) from report_people where concealed_name is null"
        )
        #expect(status?.integer == 0)
    }

    @Test func `answers that tell of an error are refused, empty reports are loads of nothing`() async throws {
        let folder = try Self.tenant.get().folder
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path("answers")).sorted() {
            let warehouse = try UsageWarehouse.inMemory()
            let path = folder.path("answers/\(name)")
            if name.contains("empty") {
                let summary = try await warehouse.ingest(contentsOf: path)
                #expect(summary.counts == LoadCounts(), "\(name)")
            } else {
                await expectError(.errorAnswer) { try await warehouse.ingest(contentsOf: path) }
            }
        }
    }
}
