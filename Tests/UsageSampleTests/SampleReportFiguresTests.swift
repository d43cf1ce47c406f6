import Foundation
import Testing
import UsageSample

/// Microsoft's reports and the log tell of the same activity, and the reports agree with one another.
struct SampleReportFiguresTests {
    private let sample: SampleReader

    init() throws {
        let formats: Set<SampleFormat> = [.userDetailReports, .userSummaryReports, .userTrendReports, .graphUsers]
        sample = try SampleReader(
            SampleTenant.Options(users: 120, interactions: 4000, days: 210, seed: 14, formats: formats)
        )
    }

    /// The days of the last weeks before a refresh date, both included.
    private func firstDay(of length: Int, before refresh: String) throws -> String {
        let date = try Date(refresh + "T00:00:00Z", strategy: .iso8601)
        return String(date.addingTimeInterval(TimeInterval(1 - length) * 86_400).formatted(.iso8601).prefix(10))
    }

    @Test func `summary, trend and user detail of one download agree and are those of truth`() throws {
        defer { sample.remove() }
        let refresh = try #require(sample.refreshDays.last)
        let details = try sample.repeatedReadings(.userDetailReports, refresh)
        let summaries = try sample.repeatedReadings(.userSummaryReports, refresh)
        let trends = try sample.repeatedReadings(.userTrendReports, refresh)
        let first = try firstDay(of: 28, before: refresh)
        for (download, state) in ["first", "settled"].enumerated() {
            let (detail, trend) = (details[download], trends[download])
            let summary = summaries[download].rows[0]
            let active = detail.rows.count { ($0["lastactivitydate"] ?? "") >= first }
            #expect(summary["anyappactiveusers"] == String(active))
            let inWord = detail.rows.count { ($0["wordcopilotlastactivitydate"] ?? "") >= first }
            #expect(summary["wordactiveusers"] == String(inWord))
            #expect(summary["totalpromptssubmitted"] == String(trend.sum("promptssubmitted")))
            #expect(trend.sum("anyappactiveusers") == detail.sum("activeusagedaysforallapps"))

            let truth = sample.truthObject("reports", "refresh_days", refresh, state)
            let users = try #require(truth["user_detail"] as? [String: Any])
            #expect(users["users"] as? Int == detail.rows.count)
            let told = (users["periods"] as? [String: [String: Int]])?["28"]
            #expect(told?["prompts"] == detail.sum("promptssubmittedforallapps"))
            #expect(told?["work_prompts"] == detail.sum("promptssubmittedforcopilotchatwork"))
            #expect(told?["active_days"] == detail.sum("activeusagedaysforallapps"))
            let dates = try #require(users["users_with_last_activity"] as? [String: Int])
            #expect(dates["Copilot Agent"] == detail.rows.count { $0["copilotagentlastactivitydate"] != nil })
            #expect(dates["Copilot Chat (web)"] == detail.rows.count { $0["copilotchatweblastactivitydate"] != nil })
            let counts = try #require((truth["summary"] as? [String: [String: Any]])?["28"])
            #expect(counts["enabled_users"] as? Int == Int(summary["anyappenabledusers"] ?? ""))
            #expect(counts["prompts"] as? Int == Int(summary["totalpromptssubmitted"] ?? ""))
            let apps = try #require(counts["active_users"] as? [String: Int])
            #expect(apps["Teams"] == Int(summary["microsoftteamsactiveusers"] ?? ""))
            #expect(apps["Copilot Chat (work)"] == Int(summary["copilotchatworkactiveusers"] ?? ""))
            let tenths = try #require(counts["average_prompts_in_tenths"] as? Int)
            #expect(summary["averagepromptssubmitted"] == "\(tenths / 10).\(tenths % 10)")
            let days = try #require(truth["trend"] as? [String: [String: Any]])
            #expect(days.count == 28)
            for row in trend.rows {
                let counts = try #require(days[row["reportdate"] ?? ""])
                #expect(counts["enabled_users"] as? Int == Int(row["edgeenabledusers"] ?? ""))
                #expect((counts["active_users"] as? [String: Int])?["Outlook"] == Int(row["outlookactiveusers"] ?? ""))
            }
        }
    }

    @Test func `chosen people have the rows of truth`() throws {
        defer { sample.remove() }
        for refresh in sample.refreshDays.suffix(2) {
            let rows = try #require(try sample.repeatedReadings(.userDetailReports, refresh).last).rows
            let chosen = sample.truthObject("reports", "refresh_days", refresh, "settled", "chosen_people")
            #expect(chosen.count > 4)
            for case let truth as [String: Any] in chosen.values {
                let name = try #require(truth["user_principal_name"] as? String)
                let row = try #require(rows.first { $0["userprincipalname"] == name })
                let dates = try #require(truth["last_activity"] as? [String: String])
                #expect(dates["Any app"] == row["lastactivitydate"])
                #expect(dates["Teams"] == row["microsoftteamscopilotlastactivitydate"])
                #expect(dates["Microsoft 365 Copilot"] == row["microsoft365copilotlastactivitydate"])
                guard truth["tells_prompts"] as? Bool == true else { continue }
                let prompts = row["promptssubmittedforallapps"] ?? row["promptssubmitted"]
                #expect(truth["prompts_in_28"] as? Int == Int(prompts ?? ""))
            }
        }
    }

    @Test func `later reports have the late days of earlier ones`() throws {
        defer { sample.remove() }
        let days = sample.refreshDays
        let early = try #require(try sample.reading(.userTrendReports, "v2-d28-\(days[1])"))
        let late = try #require(try sample.repeatedReadings(.userTrendReports, days[2]).first)
        let long = try #require(try sample.reading(.userTrendReports, "v2-d180-\(days[3])"))
        let byDay = Dictionary(long.rows.map { ($0["reportdate"] ?? "", $0) }) { first, _ in first }
        var fewer = 0
        for row in early.rows + late.rows {
            let settled = try #require(byDay[row["reportdate"] ?? ""])
            let counts = [row, settled].map { Int($0["anyappactiveusers"] ?? "") ?? 0 }
            #expect(counts[0] <= counts[1])
            fewer += counts[1] - counts[0]
        }
        #expect(fewer > 0)
    }

    @Test func `settled reports tell what the log tells of steady licence holders`() throws {
        defer { sample.remove() }
        let refresh = try #require(sample.refreshDays.last)
        let detail = try #require(try sample.repeatedReadings(.userDetailReports, refresh).last)
        let ids = try sample.objectIDs()
        let steady = try steadyHolders()
        let rows = Dictionary(
            detail.rows.compactMap { row in ids[row["userprincipalname"]?.lowercased() ?? ""].map { ($0, row) } }
        ) {
            first,
            _ in first
        }
        let log = try LoggedUse(sample, ids, from: firstDay(of: 28, before: refresh))
        #expect(steady.count > 30)
        for id in steady {
            let row = try #require(rows[id])
            for (app, title) in LoggedUse.titles { #expect(log.lastDays[id]?[app] == row[title], "\(app)") }
            #expect(String(log.days[id]?.count ?? 0) == row["activeusagedaysforallapps"])
            if let prompts = row["promptssubmittedforallapps"] { #expect(Int(prompts) == log.prompts[id] ?? 0) }
        }
    }

    /// People who hold the licence in every month since one day before the period, by object id.
    private func steadyHolders() throws -> Set<String> {
        var steady: Set<String>?
        for month in sample.months {
            let holders = try sample.graphUsers(month).filter { user in
                guard SampleReader.holdsCopilot(user), let plans = user["assignedPlans"] as? [[String: Any]] else {
                    return false
                }
                return plans.contains { plan in
                    plan["servicePlanId"] as? String == "3f30311c-6b1e-48a4-ab79-725b469da960"
                        && (plan["assignedDateTime"] as? String ?? "9") < "2025"
                }
            }
            let found = Set(holders.compactMap { $0["id"] as? String })
            steady = steady?.intersection(found) ?? found
        }
        return steady ?? []
    }
}

/// What the portal's export tells of each person, by object id.
private struct LoggedUse {
    var lastDays: [String: [String: String]] = [:]
    var days: [String: Set<String>] = [:]
    var prompts: [String: Int] = [:]

    static let titles = [
        "any": "lastactivitydate", "word": "wordcopilotlastactivitydate", "excel": "excelcopilotlastactivitydate",
        "powerpoint": "powerpointcopilotlastactivitydate", "outlook": "outlookcopilotlastactivitydate",
        "onenote": "onenotecopilotlastactivitydate", "loop": "loopcopilotlastactivitydate",
    ]

    init(_ sample: SampleReader, _ ids: [String: String], from firstDay: String) throws {
        for record in try LogCounts(sample.rows(sample.files.auditLog).rows).records.values {
            let event = record["CopilotEventData"] as? [String: Any] ?? [:]
            let host = (event["AppHost"] as? String ?? "").lowercased()
            guard !["copilot studio", "autonomous", "logic app"].contains(host),
                let name = (record["UserId"] as? String)?.trimmingCharacters(in: .whitespaces).lowercased(),
                let day = (record["CreationTime"] as? String)?.prefix(10)
            else { continue }
            let key = record["UserKey"] as? String ?? ""
            guard let id = UUID(uuidString: key) != nil ? key : ids[name] else { continue }
            let app = Self.titles.keys.first { host.hasPrefix($0) }
            for app in ["any", app].compactMap(\.self) {
                lastDays[id, default: [:]][app] = max(lastDays[id]?[app] ?? "", String(day))
            }
            guard day >= firstDay else { continue }
            days[id, default: []].insert(String(day))
            prompts[id, default: 0] += (event["Messages"] as? [[String: Any]] ?? []).count { message in
                message["isPrompt"] as? Bool == true || message["isPrompt"] as? String == "true"
            }
        }
    }
}
