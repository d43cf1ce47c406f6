import Foundation
import Testing
import UsageSample

/// The licence lists of the months: who gains a licence, who loses one, and what a filtered list hides.
struct SampleLicenceHistoryTests {
    private let sample: SampleReader

    init() throws {
        let formats: Set<SampleFormat> = [
            .monthlyReadiness, .monthlyLicensedUsers, .graphUsers, .activeUsersCSV, .paxUsersCSV, .subscribedSkus,
            .licenseDetails,
        ]
        sample = try SampleReader(
            SampleTenant.Options(users: 220, interactions: 100, days: 300, seed: 11, formats: formats)
        )
    }

    /// The names in lower case of the holders that the plain list of a month names.
    private func holders(_ month: String) throws -> Set<String> {
        let file = try #require(sample.file(.monthlyLicensedUsers, "\(month).csv"))
        return Set(try sample.table(file).compactMap { ($0["Username"] ?? $0["User name"])?.lowercased() })
    }

    @Test func `the lists of each month have the holders of truth`() throws {
        defer { sample.remove() }
        #expect(sample.months.count == 10)
        let ids = try sample.objectIDs()
        var before: Set<String> = []
        var listedBefore: Set<String> = []
        for month in sample.months {
            let listed = Set(try holders(month).map { ids[$0] ?? $0 })
            let truth = sample.truthObject("licences", "months", month)
            let isFiltered = truth["is_filtered"] as? Bool == true
            let known = isFiltered ? listedBefore.union(listed) : listed
            #expect(truth["holders_by_lists"] as? Int == known.count, "\(month)")
            if !before.isEmpty {
                #expect(truth["gained_by_lists"] as? Int == known.subtracting(listedBefore).count, "\(month)")
                #expect(truth["lost_by_lists"] as? Int == listedBefore.subtracting(known).count, "\(month)")
            }
            if isFiltered {
                #expect(listed.count * 2 < before.count)
            } else {
                #expect(truth["holders"] as? Int == listed.count)
            }
            (before, listedBefore) = (listed, known)
        }
        let changes = sample.truthObject("licences", "months").values.compactMap { $0 as? [String: Any] }
        #expect(changes.reduce(0) { $0 + ($1["gained"] as? Int ?? 0) } > 10)
        #expect(changes.reduce(0) { $0 + ($1["lost"] as? Int ?? 0) } > 3)
        #expect(changes.count { $0["is_filtered"] as? Bool == true } == 1)
    }

    @Test func `lists are taken at the end of each month and of the period`() throws {
        defer { sample.remove() }
        let options = SampleTenant.Options(
            users: 20,
            interactions: 0,
            days: 60,
            firstDay: "2024-01-20",
            formats: [.monthlyReadiness]
        )
        let other = try SampleReader(try #require(options))
        defer { other.remove() }
        let days = other.truthObject("licences", "months").mapValues { ($0 as? [String: Any])?["day"] as? String }
        #expect(days == ["2024-01": "2024-01-31", "2024-02": "2024-02-29", "2024-03": "2024-03-19"])
        #expect(other.files.files(of: .monthlyReadiness).count == 3)
    }

    @Test func `all formats name the same holders`() throws {
        defer { sample.remove() }
        for month in sample.months {
            let plain = try holders(month)
            let readiness = try sample.table(try #require(sample.file(.monthlyReadiness, "\(month).csv")))
            let yes: Set = ["True", "Yes", "TRUE", "1"]
            let ready = readiness.filter { yes.contains($0["Has Copilot license assigned"] ?? "") }
            #expect(Set(ready.compactMap { $0["User Principal Name"]?.lowercased() }) == plain)
            let day = try #require(sample.truthObject("licences", "months", month)["day"] as? String)
            #expect(readiness.allSatisfy { $0["Report Refresh Date"] == day })
            guard sample.truthObject("licences", "months", month)["is_filtered"] as? Bool == false else { continue }
            let users = try sample.graphUsers(month)
            let names = Set(users.compactMap { ($0["userPrincipalName"] as? String)?.lowercased() })
            let held = users.filter(SampleReader.holdsCopilot).compactMap { $0["userPrincipalName"] as? String }
            #expect(Set(held.map { $0.lowercased() }) == plain.intersection(names))
            let missing = sample.truth("licences", "months", month, "not_in_directory")
            #expect(plain.subtracting(names).count == missing)
            try expectSameHolders(month, Set(held))
        }
    }

    private func expectSameHolders(_ month: String, _ held: Set<String>) throws {
        guard let active = sample.file(.activeUsersCSV, "\(month).csv") else { return }
        let rows = try sample.table(active)
        #expect(rows.first?.count == 32)
        let licensed = rows.filter { ($0["Licenses"] ?? "").hasSuffix("Microsoft 365 Copilot") }
        #expect(Set(licensed.compactMap { $0["User principal name"] }) == held)
        #expect(sample.route(active.name)["licence_holders"] as? Int == held.count)
        let day = try #require(sample.truthObject("licences", "months", month)["day"] as? String)
        let stamp = day.replacingOccurrences(of: "-", with: "")
        let pax = try #require(sample.files.files(of: .paxUsersCSV).first { $0.name.contains(stamp) })
        let users = try sample.table(pax)
        #expect(users.first?.count == 47)
        for user in users {
            let products = (user["assignedLicenses"] ?? "").split(separator: ";")
            let isHolder = products.contains("Microsoft_365_Copilot")
            #expect(isHolder == (user["hasLicense"] == "True"))
            #expect(isHolder == held.contains(user["userPrincipalName"] ?? ""))
        }
    }

    @Test func `the last month ends as the standard files have it`() throws {
        defer { sample.remove() }
        let last = try #require(sample.months.last)
        let standard = try sample.table(sample.files.licensedUsers).compactMap { $0["Username"]?.lowercased() }
        #expect(try holders(last) == Set(standard))
    }

    @Test func `seats and details are those of truth`() throws {
        defer { sample.remove() }
        for month in sample.months {
            let file = try #require(sample.file(.subscribedSkus, "\(month).json"))
            let answer = try #require(try JSONSerialization.jsonObject(with: sample.bytes(file)) as? [String: Any])
            let skus = try #require(answer["value"] as? [[String: Any]])
            let copilot = try #require(skus.first { $0["skuId"] as? String == SampleReader.copilot })
            let truth = sample.truthObject("licences", "months", month)
            #expect(copilot["consumedUnits"] as? Int == truth["holders"] as? Int)
            #expect((copilot["prepaidUnits"] as? [String: Any])?["enabled"] as? Int == truth["purchased_seats"] as? Int)
            #expect(sample.route(file.name)["read"] as? Int == skus.count)
        }
        let file = try #require(sample.files.files(of: .licenseDetails).first)
        let answer = try #require(try JSONSerialization.jsonObject(with: sample.bytes(file)) as? [String: Any])
        let truth = sample.route("licenseDetails.json")
        let id = try #require(truth["object_id"] as? String)
        #expect((answer["@odata.context"] as? String)?.contains("users('\(id)')") == true)
        let held = (answer["value"] as? [[String: Any]] ?? []).contains {
            $0["skuId"] as? String == SampleReader.copilot
        }
        #expect(held == truth["holds_copilot"] as? Bool)
        let last = try #require(sample.months.last)
        let user = try #require(try sample.graphUsers(last).first { $0["id"] as? String == id })
        #expect(SampleReader.holdsCopilot(user) == held)
    }

    @Test func `loads of the lists must count what truth says`() throws {
        defer { sample.remove() }
        var plain = ListComparison()
        var readiness = ListComparison()
        for month in sample.months {
            let file = try #require(sample.file(.monthlyLicensedUsers, "\(month).csv"))
            let rows = try sample.table(file).map { row in
                ((row["Username"] ?? row["User name"]) ?? "", [row["Display name"] ?? "", row["Email"] ?? ""])
            }
            try expect(file.name, plain.counts(rows))
            let list = try #require(sample.file(.monthlyReadiness, "\(month).csv"))
            let states = try sample.table(list).map { row in
                let cell = (row["Has Copilot license assigned"] ?? "").lowercased()
                let state = ["true", "yes", "1"].contains(cell) ? "yes" : cell.isEmpty ? "" : "no"
                return (row["User Principal Name"] ?? "", [state])
            }
            try expect(list.name, readiness.counts(states))
            let unknown = states.count { $0.1 == [""] }
            #expect((sample.route(list.name)["notes"] as? [String: Int])?["unknown_license_value"] ?? 0 == unknown)
        }
    }

    private func expect(_ name: String, _ counts: [String: Int]) throws {
        for (key, count) in counts { #expect(sample.route(name)[key] as? Int == count, "\(name) \(key)") }
    }
}
