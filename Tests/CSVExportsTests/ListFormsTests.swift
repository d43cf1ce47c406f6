import Testing
import UsageFormats

@testable import CSVExports

struct ListFormsTests {
    @Test(arguments: [
        ("Username,Display name,Email", "licensed-users-csv"), ("User name", "licensed-users-csv"),
        ("UPN,Has license", "licensed-users-csv"), ("Email,isUser", "licensed-users-csv"),
        ("Report Refresh Date,User Principal Name,HasCopilot", "licensed-users-csv"),
        ("Report Refresh Date,User Principal Name,Is Deleted,Assigned Products", "licensed-users-csv"),
        ("userPrincipalName,department,hasLicense", "licensed-users-csv"),
        ("Username,Has Copilot license assigned,Department", "licensed-users-csv"),
        ("User Principal Name,Has Copilot license assigned,Suggested candidate for Copilot", "readiness-csv"),
        ("Username,Has license,Uses Teams chat", "readiness-csv"),
        ("userPrincipalName,displayName,id", "entra-users-csv"), ("User principal name,Department", "entra-users-csv"),
        ("id,jobTitle", "entra-users-csv"), ("UPN,ManagerID", "entra-users-csv"),
        ("User principal name,Licenses", "active-users-csv"),
        ("User principal name,Block credential", "active-users-csv"),
        ("userPrincipalName,assignedLicenses", "pax-users-csv"),
        ("userPrincipalName,UserName,hasLicense,CostCentreLabel", "pax-users-csv"), ("Title ID,Name", "agents-csv"),
    ])
    func `a list is recognised by its columns`(_ header: String, _ format: String) throws {
        #expect(try ListFile("\(header)\n").format == format)
    }

    @Test(arguments: [
        (#"{"@odata.context":"https://graph.microsoft.com/v1.0/$metadata#users","value":[]}"#, "graph-users-json"),
        (#"{"@odata.context":"https://x/$metadata#users(id,department)","value":[{"id":"1"}]}"#, "graph-users-json"),
        (#"{"value":[{"id":"1","userPrincipalName":"a@x","department":null}]}"#, "graph-users-json"),
        (#"[{"value":[{"userPrincipalName":"a@x"}]},{"value":[]}]"#, "graph-users-json"),
        (#"[{"UserPrincipalName":"a@x","Id":"1","DisplayName":"A"}]"#, "graph-users-json"),
        ("{\"id\":\"1\",\"assignedLicenses\":[]}\n{\"id\":\"2\"}", "graph-users-json"),
        (#"{"@odata.context":"https://x/$metadata#users/$entity","id":"1","displayName":"A"}"#, "graph-users-json"),
        (
            #"{"@odata.context":"https://x/$metadata#directoryObjects","#
                + ##""value":[{"@odata.type":"#microsoft.graph.user","id":"1"}]}"##, "graph-users-json"
        ),
        (#"{"@odata.context":"https://x/$metadata#subscribedSkus","value":[]}"#, "graph-licenses-json"),
        (#"[{"SkuId":"\#(otherID)","ConsumedUnits":1,"PrepaidUnits":{}}]"#, "graph-licenses-json"),
        (#"{"@odata.context":"https://x/$metadata#users('1')/licenseDetails","value":[]}"#, "graph-licenses-json"),
        (#"{"value":[{"skuId":"\#(otherID)","skuPartNumber":"X","servicePlans":[]}]}"#, "graph-licenses-json"),
    ])
    func `an answer of Graph is recognised by its context or its first element`(_ json: String, _ format: String) throws
    {
        #expect(try ListFile(json).format == format)
    }

    @Test(arguments: [
        "RecordId,CreationDate,RecordType,Operation,UserId,AuditData,AssociatedAdminUnits",
        "Id,CreationTime,Operation,UserType,ObjectId,UserId",
        "RecordType,CreationDate,UserIds,Operations,AuditData,Identity,Id",
        "Report Refresh Date,Report Period,Any App Enabled Users,Any App Active Users",
        "Report Refresh Date,User Principal Name,Display Name,Last Activity Date,Word Copilot Last Activity Date",
        "User name,Display name,Last activity date (UTC)",
        "User name,Display name,Prompts submitted (any app),Active Days",
        "UPN,Department,Last activity of Word Copilot", "UPN,Department,Exchange Last Activity Date",
        "userPrincipalName,department,lastActivityDate,assignedLicenses",
        "Department,Count", "Name,Version", "a", "",
        #"{"value":[{"id":"1","userPrincipalName":"a@x","userType":"regular","auditData":{}}]}"#,
        #"{"value":[{"reportRefreshDate":"2026-02-03","userPrincipalName":"a@x","displayName":"A"}]}"#,
        #"{"@odata.context":"https://x/$metadata#auditLogs/signIns","value":[{"id":"1","userPrincipalName":"a@x"}]}"#,
        #"{"@odata.context":"https://x/$metadata#users('1')/messages","value":[{"id":"1","givenName":"a"}]}"#,
        #"{"@odata.context":"https://x/$metadata#groups","value":[{"id":"1","mailNickname":"a"}]}"#,
        ##"{"@odata.context":"$metadata#directoryObjects","value":[{"@odata.type":"#microsoft.graph.group"}]}"##,
        #"{"error":{"code":"Forbidden"}}"#, #"{"value":[]}"#, "[]", "[[]]", "[1]", #"{"id":"1","displayName":"A"}"#,
        #"{"CreationTime":"2026-02-03T10:11:12","UserType":0,"Id":"1","UserPrincipalName":"a@x","RecordType":261}"#,
    ])
    func `what is no list is not taken`(_ text: String) throws {
        #expect(throws: (any Error).self) { try ListFile(text) }
        guard let opened = try? OpenedFile(try ByteWindow(.bytes(Array(text.utf8)))) else { return }
        guard case .foreign = ListForms.recognise(opened.beginning) else {
            Issue.record("It is foreign.")
            return
        }
    }

    @Test(arguments: [
        "Username,Display name,Email,Department", "Username,Department", "User Principal Name,Display name",
        "Email,Display name", "Username,userPrincipalName,Job title", "User name,Suggested candidate for Copilot",
    ])
    func `a header that fits two lists is ambiguous`(_ header: String) throws {
        let opened = try OpenedFile(try ByteWindow(.bytes(Array("\(header)\n".utf8))))
        guard case .ambiguous = ListForms.recognise(opened.beginning) else {
            Issue.record("It is ambiguous.")
            return
        }
        #expect(ListForms.form(of: opened.beginning, declaredAs: "licensed-users-csv")?.contents.subjects == .licenses)
    }

    @Test func `a declared format needs less, and never the wrong kind of file`() throws {
        let csv = Array("Username,Display name,Email,Department\na@x,A,m@x,Sales\n".utf8)
        #expect(try ListFile(csv, declaredAs: "entra-users-csv").people.map(\.department) == ["Sales"])
        #expect(try ListFile(csv, declaredAs: "active-users-csv").people.map(\.department) == ["Sales"])
        let holders = try ListFile(csv, declaredAs: "licensed-users-csv")
        #expect(holders.people.map(\.isLicensed) == [true])
        #expect(holders.contents?.isOfHoldersOnly == true)
        for format in ["agents-csv", "pax-users-csv", "graph-users-json", "graph-licenses-json", "purview-audit-csv"] {
            #expect(throws: ListFile.NoHeader.self) { try ListFile(csv, declaredAs: format) }
        }
        let json = Array(#"[{"userPrincipalName":"a@x"}]"#.utf8)
        #expect(try ListFile(json, declaredAs: "graph-users-json").people.count == 1)
        #expect(throws: ListFile.NoHeader.self) { try ListFile(json, declaredAs: "entra-users-csv") }
    }

    @Test func `a declared list of holders is read by its products where it has them`() throws {
        let bytes = Array("UPN,Assigned Products,Last Activity Date\na@x,MICROSOFT 365 COPILOT,\nb@x,X,\n".utf8)
        #expect(try ListFile(bytes, declaredAs: "licensed-users-csv").people.map(\.isLicensed) == [true, false])
    }

    @Test func `every format says what it needs`() {
        let formats = Set(ListForms.all.flatMap { $0.formats })
        #expect(
            formats == [
                "licensed-users-csv", "readiness-csv", "active-users-csv", "pax-users-csv", "entra-users-csv",
                "graph-users-json", "graph-licenses-json", "agents-csv",
            ]
        )
        #expect(ListForms.expectation(of: "agents-csv") == "columns Title ID and Name")
        #expect(
            ListForms.expectation(of: "graph-licenses-json")
                == "an answer of Graph to /users/{id}/licenseDetails, or an answer of Graph to /subscribedSkus"
        )
        #expect(formats.allSatisfy { ListForms.expectation(of: $0)?.isEmpty == false })
        #expect(ListForms.expectation(of: "purview-audit-csv") == nil)
    }

    @Test func `a row knows its place, and lines that are none are counted`() throws {
        let text = "version:v1.0\nUPN,Department\n\na@x,\"two\nlines\"\n,none\n"
        let opened = try OpenedFile(try ByteWindow(.bytes(Array(text.utf8))))
        guard case .list(let form) = ListForms.recognise(opened.beginning), let reader = form.reader(of: opened) else {
            Issue.record("It is a list.")
            return
        }
        _ = try reader.nextRow()
        #expect(reader.place == ListPlace(position: 1, lineNumber: 4, byteOffset: 29, rawText: "a@x,\"two\nlines\""))
        guard case .rejected? = try reader.nextRow() else {
            Issue.record("The second row names no one.")
            return
        }
        #expect(reader.place == ListPlace(position: 2, lineNumber: 6, byteOffset: 45, rawText: ",none"))
        #expect(try reader.nextRow() == nil)
        #expect(reader.blankLineCount == 1 && reader.preambleLineCount == 1)
    }
}
