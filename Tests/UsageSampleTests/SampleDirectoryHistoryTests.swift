import Foundation
import Testing
import UsageSample

/// The directories of the months: moves, new names, accounts that come and go.
struct SampleDirectoryHistoryTests {
    private let sample: SampleReader

    init() throws {
        let formats: Set<SampleFormat> = [
            .monthlyEntraUsers, .directoryExtracts, .graphUsers, .paxUsersCSV, .agentsCSV,
        ]
        sample = try SampleReader(
            SampleTenant.Options(users: 240, interactions: 300, days: 330, seed: 12, formats: formats)
        )
    }

    /// Titles of one column in the forms that downloads have, by its usual title.
    private static let titles = [
        "userPrincipalName": ["User principal name"], "id": ["objectId", "Object Id"], "department": ["Department"],
        "accountEnabled": ["Account enabled"], "userType": ["User type"], "displayName": ["Display name"],
        "jobTitle": ["Job title"], "mail": ["Mail"], "companyName": ["Company name"],
        "officeLocation": ["physicalDeliveryOfficeName", "Office location"], "city": ["City"],
    ]

    private func cell(_ row: [String: String], _ title: String) -> String {
        row[title] ?? Self.titles[title]?.lazy.compactMap { row[$0] }.first ?? ""
    }

    private func entraUsers(_ month: String) throws -> [[String: String]] {
        let day = try #require(sample.truthObject("directories", "months", month)["day"] as? String)
        let parts = day.split(separator: "-").compactMap { Int($0) }
        let name = "exportUsers_\(parts[0])-\(parts[1])-\(parts[2]).csv"
        return try sample.table(try #require(sample.file(.monthlyEntraUsers, name)))
    }

    @Test func `downloads and pages tell the same of everybody`() throws {
        defer { sample.remove() }
        #expect(sample.months.count == 11)
        var headers: Set<Set<String>> = []
        for month in sample.months {
            let rows = try entraUsers(month)
            headers.insert(Set(rows.first?.keys.map { $0 } ?? []))
            let users = try sample.graphUsers(month)
            #expect(rows.count == users.count)
            let byID = Dictionary(rows.map { (cell($0, "id"), $0) }) { first, _ in first }
            #expect(byID.count == rows.count)
            for user in users {
                let row = try #require(byID[user["id"] as? String ?? ""])
                for title in ["userPrincipalName", "department", "jobTitle", "displayName", "mail", "userType"] {
                    #expect(cell(row, title) == user[title] as? String ?? "")
                    #expect(user[title] is String || user[title] is NSNull)
                }
                #expect(cell(row, "accountEnabled") == (user["accountEnabled"] as? Bool == true ? "True" : "False"))
            }
        }
        #expect(headers.count == 3)
    }

    @Test func `the figures of each month are those of truth`() throws {
        defer { sample.remove() }
        var before: [String: [String: Any]] = [:]
        for month in sample.months {
            let users = try sample.graphUsers(month)
            let current = Dictionary(users.map { ($0["id"] as? String ?? "", $0) }) { first, _ in first }
            let truth = sample.truthObject("directories", "months", month)
            let departments = users.map(Self.department)
            var found = [
                "rows": users.count, "guests": users.count { $0["userType"] as? String == "Guest" },
                "disabled": users.count { $0["accountEnabled"] as? Bool == false },
                "departments": Set(departments).subtracting([""]).count,
                "without_department": departments.count { $0.isEmpty },
            ]
            if !before.isEmpty {
                let kept = current.keys.filter { before[$0] != nil }
                found["new"] = current.count - kept.count
                found["gone"] = before.count - kept.count
                found["moved"] = kept.count {
                    Self.department(before[$0] ?? [:]) != Self.department(current[$0] ?? [:])
                }
                found["renamed"] = kept.count {
                    before[$0]?["userPrincipalName"] as? String != current[$0]?["userPrincipalName"] as? String
                }
            }
            for (name, count) in found { #expect(truth[name] as? Int == count, "\(month) \(name)") }
            before = current
        }
        func sum(_ name: String) -> Int {
            sample.months.reduce(0) { $0 + (sample.truth("directories", "months", $1, name) ?? 0) }
        }
        #expect(sum("moved") > 20)
        #expect(sum("renamed") == sample.truth("lists", "renamed_people"))
        #expect(sum("gone") > 0)
        #expect(sum("new") > 0)
    }

    private static func department(_ user: [String: Any]) -> String {
        (user["department"] as? String ?? "").trimmingCharacters(in: .whitespaces)
    }

    @Test func `chosen people are month by month as truth tells`() throws {
        defer { sample.remove() }
        let chosen = try #require(sample.truth["chosen_people"] as? [String: [String: [String: Any]]])
        #expect(chosen.count >= 8)
        var departments: Set<Int> = []
        for month in sample.months {
            let users = try sample.graphUsers(month)
            for (id, months) in chosen {
                let truth = try #require(months[month])
                let user = users.first { $0["id"] as? String == id }
                #expect(truth["user_principal_name"] as? String == user?["userPrincipalName"] as? String)
                #expect(truth["department"] as? String == user.map(Self.department))
                #expect(truth["is_enabled"] as? Bool == user?["accountEnabled"] as? Bool)
                #expect(truth["manager"] as? String == (user?["manager"] as? [String: Any])?["id"] as? String)
                guard let user else { continue }
                #expect(truth["is_licensed"] as? Bool == SampleReader.holdsCopilot(user))
            }
        }
        for months in chosen.values {
            departments.insert(Set(months.values.compactMap { $0["department"] as? String }).count)
        }
        #expect(departments.contains(2))
    }

    @Test func `the last month ends as the standard download has it`() throws {
        defer { sample.remove() }
        let standard = try sample.table(sample.files.directoryUsers)
        let last = try entraUsers(try #require(sample.months.last))
        let byID = Dictionary(last.map { (cell($0, "id"), $0) }) { first, _ in first }
        for row in standard {
            let found = try #require(byID[row["id"] ?? ""])
            for title in ["userPrincipalName", "displayName", "mail", "department", "accountEnabled", "userType"] {
                #expect(cell(found, title) == row[title])
            }
        }
        let mailboxes = sample.truth("directories", "months", sample.months.last ?? "", "shared_mailboxes")
        #expect(last.count - standard.count == mailboxes)
        for file in sample.files.files(of: .directoryExtracts) {
            #expect(try sample.table(file).count == last.count)
            #expect(sample.route(file.name)["added"] as? Int == last.count)
        }
    }

    @Test func `loads of the directories must count what truth says`() throws {
        defer { sample.remove() }
        var entra = ListComparison()
        var graph = ListComparison()
        let compared = Self.titles.keys.sorted().filter { $0 != "id" && $0 != "userPrincipalName" }
        for month in sample.months {
            let rows = try entraUsers(month)
            let day = try #require(sample.truthObject("directories", "months", month)["day"] as? String)
            let name = try #require(
                sample.truthObject("routes").keys.first {
                    $0.hasPrefix("entra-users/") && sample.route($0)["day"] as? String == day
                }
            )
            let contents = rows.map { row in (cell(row, "id"), compared.map { Self.trimmed(cell(row, $0)) }) }
            for (key, count) in entra.counts(contents) { #expect(sample.route(name)[key] as? Int == count, "\(name)") }
            let users = try sample.graphUsers(month).map { user -> (identity: String, content: [String]) in
                let manager = (user["manager"] as? [String: Any])?["id"] as? String ?? ""
                let texts = compared.map { Self.trimmed("\(user[$0] ?? "")") }
                return (user["id"] as? String ?? "", texts + [manager, "\(SampleReader.holdsCopilot(user))"])
            }
            for (key, count) in graph.counts(users) {
                #expect(sample.route("graph-users/\(month)")[key] as? Int == count, "\(month) \(key)")
            }
        }
    }

    private static func trimmed(_ text: String) -> String { text.trimmingCharacters(in: .whitespaces) }
}
