import Testing
import UsageIngestion
import UsageStore
import UsageTestSupport

/// Oddities of real audit files that concern a whole load rather than one reader.
struct OddityTests {
    let folder: TemporaryFolder
    let warehouse: UsageWarehouse

    init() throws {
        folder = try TemporaryFolder()
        warehouse = try UsageWarehouse(at: folder.path("warehouse.sqlite"))
    }

    @discardableResult
    private func ingest(_ text: String) async throws -> LoadSummary {
        try await warehouse.ingest(contentsOf: try folder.write(text, to: "x.bin"))
    }

    @Test func `a record that some tool wrote again in camel case is an interaction`() async throws {
        let json =
            #"{"id":"AAAAAAAA-0000-4000-8000-000000000001","creationTime":"2025-03-03T10:00:00","operation":null,"#
            + #""recordType":0,"userId":"ann@contoso.com","copilotEventData":{"appHost":"bizchat","messages":null,"#
            + #""accessedResources":[{"listItemUniqueId":"l"}]}}"#
        #expect(try await ingest(json).counts.added == 1)
        let rows = try await warehouse.texts("select record_id, app, app_host, resource_count from interactions_detail")
        #expect(rows == [["aaaaaaaa-0000-4000-8000-000000000001", "Copilot Chat", "BizChat", "1"]])
    }

    @Test func `texts with wrong characters stay as they came`() async throws {
        let event =
            #"{"AppHost":"Word","AccessedResources":[{"Name":"MÃ¼ller â€™ Â´ \ufffd"},{"Name":"a\u0007\u202eb"}]}"#
        try await ingest(AuditRow(1, event: event).json)
        let names = try await warehouse.texts("select name from resources order by name")
        #expect(names == [["MÃ¼ller â€™ Â´ \u{FFFD}"], ["a\u{7}\u{202E}b"]])
    }

    @Test(arguments: [",", "\n"])
    func `a record of more than a megabyte and an address of thousands of characters are kept`(
        _ separator: String
    ) async throws {
        let address = "https://contoso.sharepoint.com/sites/x/" + String(repeating: "ä/", count: 10_000)
        let resources = (0..<60).map { #"{"Id":"\#($0)","SiteUrl":"\#(address)","Type":"docx"}"# }
        let event = #"{"AppHost":"Word","AccessedResources":[\#(resources.joined(separator: ","))]}"#
        let records = [AuditRow(1), AuditRow(2, event: event), AuditRow(3)].map(\.json)
        let text = records.joined(separator: separator)
        #expect(text.utf8.count > 1 << 20)
        #expect(try await ingest(separator == "," ? "[\(text)]" : text).counts.added == 3)
        #expect(try await warehouse.count("select max(length(site_url)) from resources") == 20_039)
        #expect(try await warehouse.count("select max(resource_count) from interactions") == 60)
    }

    @Test func `half a surrogate pair and numbers beyond 64 bits cost their field alone`() async throws {
        let members = [#""ClientRegion":"a\ud83d""#, #""Version":92233720368547758080"#, #""New":1e999"#]
        let summary = try await ingest(AuditRow(1, members: members).json)
        #expect(summary.counts.added == 1)
        let extra = try await warehouse.value("select extra from interactions")
        #expect(extra?.text == #"{"ClientRegion":"a\ud83d","New":1e999,"Version":92233720368547758080}"#)
        #expect(summary.notes.count == 2)
    }

    @Test func `accounts of all kinds are marked, and only people count`() async throws {
        let accounts: [(user: String, key: String, type: Int, kind: String)] = [
            ("Ann@contoso.com ", "aaaaaaaa-0000-4000-8000-000000000001", 0, "person"),
            ("ann+x@contoso.com", "10032001A2B3C4D5", 2, "person"),
            ("bob_fabrikam.com#EXT#@contoso.onmicrosoft.com", "", 10, "guest"),
            ("aaaaaaaa-0000-4000-8000-000000000002", "__NULL__", 5, "application"),
            ("ServicePrincipal_aaaaaaaa-0000-4000-8000-000000000003", "", 6, "application"),
            ("app@sharepoint", "", 0, "system"), ("Not Available", "", 4, "system"),
            (".cid.2640d6262885f83e", "", 0, "person"),
        ]
        let records = accounts.enumerated().map { index, account in
            AuditRow(index, user: account.user, key: account.key, userType: account.type).json
        }
        try await ingest(records.joined(separator: "\n"))
        let kinds = try await warehouse.texts(
            """
            select a.received_user_id, u.account_kind, a.is_by_person
            from accounts a join users u on u.id = a.user_id order by a.id
            """
        )
        for (found, account) in zip(kinds, accounts) {
            let isByPerson = account.kind == "person" || account.kind == "guest"
            #expect(found[0] == account.user)
            #expect(found[2] == (isByPerson ? "1" : "0"), "\(account.user)")
            if isByPerson { #expect(found[1] == account.kind, "\(account.user)") }
            if !isByPerson { #expect(["application", "system", "unknown"].contains(found[1]), "\(account.user)") }
        }
    }

    @Test func `the fuller copy wins across routes, and the summary says so`() async throws {
        let full = AuditRow(1, members: [#""ClientIP":"203.0.113.7""#])
        let poor = AuditRow(1)
        try await ingest(AuditRow.file([poor]))
        let page = #"{"value":[{"id":"\#(full.id)","auditData":\#(full.json)}]}"#
        let summary = try await ingest(page)
        #expect(summary.counts.updated == 1)
        #expect(try await warehouse.value("select client_ip from interactions_detail")?.text == "203.0.113.7")
        #expect(try await ingest(poor.json).counts.duplicates == 1)
        #expect(try await ingest("[\(poor.json),\(full.json)]").counts.duplicates == 2)
        #expect(try await warehouse.count("select count(*) from interactions") == 1)
    }

    @Test func `a client's and a runtime's record of one turn are counted once by any route`() async throws {
        let agent = [#""AgentId":"aaaaaaaa-0000-4000-8000-00000000000a""#]
        let conversation = #""ConversationId":"cccccccc-0000-4000-8000-00000000000C""#
        let runtime = AuditRow(
            1,
            time: "2025-03-03T10:00:00",
            members: agent,
            event: "{\"AppHost\":\"m365copilot\",\(conversation)}"
        )
        let client = AuditRow(
            2,
            time: "2025-03-03T10:00:05",
            members: [#""AgentId":"T_bbbbbbbb-0000-4000-8000-00000000000b.AAAAAAAA-0000-4000-8000-00000000000A""#],
            event: #"{"AppHost":"Office",\#(conversation),"Messages":[{"Id":"1","isPrompt":true}]}"#
        )
        try await ingest(AuditRow.file([client]))
        try await ingest("[\(runtime.json)]")
        let rows = try await warehouse.texts(
            "select app_host, is_counted, agent_key from interactions_detail order by 1"
        )
        let key = "aaaaaaaa-0000-4000-8000-00000000000a"
        #expect(rows == [["Office", "1", key], ["m365copilot", "0", key]])
    }

    @Test func `a text longer than any record may be is an error that keeps what came before`() async throws {
        let long = #"{"Id":"2","x":"\#(String(repeating: "x", count: (64 << 20) + 10))"}"#
        await expectError(.malformed) { try await ingest("[\(AuditRow(1).json),\n\(long)]") }
        #expect(try await warehouse.count("select count(*) from interactions") == 1)
        let failure = try await warehouse.value("select failure from imports")
        #expect(failure?.text?.contains("line 2") == true)
    }

    @Test func `an array without end keeps its records, and the ledger says where it stopped`() async throws {
        let text = "[" + (1...3).map { AuditRow($0).json }.joined(separator: ",\n")
        await expectError(.malformed) { try await ingest(text) }
        #expect(try await warehouse.ledger() == [["failed", "3", "3", "0", "0", "0", "0"]])
        #expect(try await ingest(text + "]").counts.duplicates == 3)
    }

    @Test(arguments: ["[", "{", #"{"value":["#])
    func `brackets without end are refused in bounded time`(_ bracket: String) async throws {
        let path = try folder.write(String(repeating: bracket, count: 10_000), to: "deep.json")
        await #expect(throws: IngestionError.self) { try await warehouse.ingest(contentsOf: path) }
        #expect(try await warehouse.count("select count(*) from interactions") == 0)
    }
}
