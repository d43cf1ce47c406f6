import Testing
import UsageFormats

@testable import AuditRecords

/// What records become that were exploded and put together again.
struct PaxRecordJSONTests {
    private let file = PaxExplodedFile()

    /// The only record of some rows.
    private func record(_ rows: [String], _ file: PaxExplodedFile = PaxExplodedFile()) throws -> SpelledRecord {
        let read = try PaxReadFile(file.bytes(rows))
        #expect(read.readCount == 1)
        return try #require(read.records.first)
    }

    /// The only record of some rows, given as the cells in which they differ.
    private func record(_ rows: [String: String]...) throws -> SpelledRecord {
        let common = [
            "RecordId": PaxRecords.id(1), "CreationTime": "2026-02-03T10:11:12Z", "RecordTypeNum": "261",
        ]
        return try record(rows.map { file.row(common.merging($0) { $1 }) })
    }

    /// The record that members give beside those of ``record(_:)-cells``.
    private func original(_ members: String) throws -> SpelledRecord {
        let identity = #""Id":"\#(PaxRecords.id(1))","CreationTime":"2026-02-03T10:11:12","RecordType":261"#
        return try SpelledRecord(decoding: "{\(identity)\(members.isEmpty ? "" : ",")\(members)}")
    }

    @Test func `a record of which all is carried is the same as its JSON`() throws {
        let json = try #require(JSONValue(PaxRecords.full))
        let whole = try SpelledRecord(decoding: PaxRecords.full)
        #expect(try record(file.rows(json)) == whole)
        #expect(whole.accesses.count == 4)
        #expect(whole.models.map { $0[1] } == ["", "DEEP_LEO"])
        #expect(try record(PaxExplodedFile(repeatsRecord: false).rows(json)) == whole)
        let folded = PaxExplodedFile(titles: PaxExplodedFile.longTitles.map { $0.lowercased() }, delimiter: ";")
        let rows = PaxExplodedFile(delimiter: ";").rows(json)
        let lower = try record(rows, folded)
        #expect(lower.contentHash == whole.contentHash)
        #expect(lower.leafCount == whole.leafCount)
        #expect(lower.accesses == whole.accesses)
    }

    @Test func `the old form carries AppIdentity`() throws {
        let old = PaxExplodedFile(titles: PaxExplodedFile.oldTitles)
        let json = #"""
            {"Id":"\#(PaxRecords.id(1))","CreationTime":"2026-02-03T10:11:12","RecordType":261,
            "Operation":"CopilotInteraction","UserId":"Maria@contoso.com","Workload":"Copilot",
            "AppIdentity":{"AppId":"a","DisplayName":"Travel","PublisherId":"p"},
            "CopilotEventData":{"ThreadId":"t","Messages":[{"Id":"1","isPrompt":true}]}}
            """#
        let whole = try SpelledRecord(decoding: json)
        #expect(try record(old.rows(try #require(JSONValue(json))), old) == whole)
        #expect(whole.extra == #"{"AppIdentity":{"AppId":"a","DisplayName":"Travel","PublisherId":"p"}}"#)
    }

    // MARK: - Columns that say the same

    @Test func `columns that repeat others add nothing`() throws {
        let repeated = try record([
            "Id": PaxRecords.id(1).uppercased(), "CreationDate": "2026-02-03T10:11:12.0000000Z ",
            "RecordType": "CopilotInteraction", "@odata.type": "#x", "AgentId": "T_1", "AgentCategory": "declarative",
            "ResultStatus": "Succeeded", "ResultStatus_Audit": "Success", "Workload": "Copilot", "AppHost": "Copilot",
        ])
        #expect(try repeated == original(#""AgentId":"T_1","ResultStatus":"Success","Workload":"Copilot""#))
        #expect(repeated.leafCount == 6)
    }

    @Test func `a column that repeats another stands in for it`() throws {
        let row = file.row([
            "Id": PaxRecords.id(1), "CreationDate": " 2026-02-03T10:11:12.0000000Z ",
            "RecordType": "CopilotInteraction", "UserId": "maria@contoso.com", "AgentCategory": "declarative",
        ])
        #expect(try record([row]) == original(#""UserId":"maria@contoso.com","AgentCategory":"declarative""#))
    }

    @Test(arguments: [("6", 6), ("SharePoint", nil), ("aiappinteraction", 284), ("0261", nil), (" 261 ", 261)])
    func `a record type is a number, a known name, or a text`(_ cell: String, _ number: Int64?) throws {
        let read = try record(["RecordTypeNum": "", "RecordType": cell, "AppHost": "Word"])
        #expect(read.numbers[1] == number)
        #expect(read.extra == (number == nil ? #"{"RecordType":"\#(cell)"}"# : ""))
    }

    @Test func `a time that can be read beats one that cannot`() throws {
        let read = try record(["CreationTime": "soon", "CreationDate": "2026-02-03T10:11:12.000Z"])
        #expect(read.numbers[0] == 1_770_113_472)
        #expect(read.extra == #"{"CreationTime":"soon"}"#)
    }

    @Test func `AppHost is missing where it equals the workload`() throws {
        #expect(try record(["AppHost": "Copilot", "Workload": "Copilot"]) == original(#""Workload":"Copilot""#))
        #expect(
            try record(["AppHost": "Word", "Workload": "Copilot"])
                == original(#""Workload":"Copilot","CopilotEventData":{"AppHost":"Word"}"#)
        )
    }

    @Test func `values that differ between the rows of a record are kept beside the first`() throws {
        let read = try record(
            ["UserKey": "k1", "TaskId": "t1", "AppHost": "Word"],
            ["UserKey": "", "TaskId": "t2", "AppHost": "Excel"],
            ["UserKey": "k2", "TaskId": "t2", "AppHost": "Excel"],
            ["UserKey": "k1", "TaskId": "t1", "AppHost": "Word"]
        )
        #expect(read.texts.contains("k1") && read.texts.contains("Word"))
        #expect(
            read.extra == #"{"CopilotEventData":{"AppHost":"Excel"},"TaskId":"t2","TaskId":"t1","UserKey":"k2"}"#
        )
    }

    @Test func `two columns for one member say it once`() throws {
        let titles = PaxExplodedFile.longTitles + ["AccessedResource_Type"]
        let other = PaxExplodedFile(titles: titles)
        let cells = ["RecordId": "1", "CreationTime": "2026-02-03T10:11:12Z", "AccessedResource_ResourceType": "docx"]
        let rows = [
            other.row(cells.merging(["AccessedResource_Type": "docx"]) { $1 }),
            other.row(cells.merging(["AccessedResource_Type": "pdf"]) { $1 }),
            other.row(cells),
        ]
        let read = try record(rows, other)
        #expect(read.accesses.map { $0[3] } == ["docx", "pdf", "docx"])
        #expect(read.accesses.map { $0[8] } == ["", #"{"Type":"docx"}"#, ""])
    }

    // MARK: - Values

    @Test(arguments: [("True", true), ("false", false), (" TRUE ", true), ("", nil), ("maybe", nil)])
    func `isPrompt is a truth value in any case`(_ cell: String, _ isPrompt: Bool?) throws {
        let read = try record(["Message_Id": "1", "Message_isPrompt": cell])
        #expect(read.messages.map { $0[1] } == ["\(String(describing: isPrompt))"])
        let value = isPrompt.map(String.init) ?? (cell.isEmpty ? "null" : "\"\(cell)\"")
        #expect(try read == original(#""CopilotEventData":{"Messages":[{"Id":"1","isPrompt":\#(value)}]}"#))
    }

    @Test func `policies are JSON, evaluations and other texts are text`() throws {
        for (cell, value) in [
            (#"[{"PolicyId":"p","Rules":[]}]"#, #"[{"PolicyId":"p","Rules":[]}]"#),
            (#" {"policyname":"p"} "#, #"{"policyname":"p"}"#),
            ("[]", "[]"),
            (
                #"[{"PolicyType":"Purview","PolicyOutcomes":["None"],"AuditLog":""}]"#,
                #""[{\"PolicyType\":\"Purview\",\"PolicyOutcomes\":[\"None\"],\"AuditLog\":\"\"}]""#
            ),
            (#"[{"PolicyId":"p""#, #""[{\"PolicyId\":\"p\"""#),
            ("None", #""None""#), ("17", #""17""#),
        ] {
            let read = try record(["AccessedResource_Action": "Read", "AccessedResource_PolicyDetails": cell])
            let resources = #"[{"Action":"Read","PolicyDetails":\#(value)}]"#
            #expect(try read == original(#""CopilotEventData":{"AccessedResources":\#(resources)}"#), "\(cell)")
        }
    }

    @Test func `JSON too deep for its place is text`() throws {
        for (depth, isText) in [(252, false), (253, true), (4_000, true)] {
            let deep = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
            let read = try record(["Context_Id": "c", "Context_Item": deep])
            #expect(read.contexts.map { $0[3] } == [isText ? #"{"Items":"\#(deep)"}"# : #"{"Items":\#(deep)}"#])
        }
    }

    @Test(arguments: [
        #"a"b"#, #"a\b"#, #"\""#, #"\u0041\"#, "a\r\nb\n\tc", "\u{1}\u{8}\u{1F}\u{7F}\u{2028}", #""}],"Id":"evil"#,
        #"{"Id":"evil"}"#, "ünï😀", "\\", "\"", #","isPrompt":true"#,
    ])
    func `no text of a cell leaves its place`(_ cell: String) throws {
        let read = try record(["UserId": cell, "AppHost": cell, "Message_Id": cell, "Context_Type": cell, "Site": cell])
        let quoted = CanonicalText.quoted(cell)
        let event = #"{"AppHost":\#(quoted),"Messages":[{"Id":\#(quoted)}],"Contexts":[{"Type":\#(quoted)}]}"#
        #expect(try read == original(#""UserId":\#(quoted),"Site":\#(quoted),"CopilotEventData":\#(event)"#))
        #expect(read.texts.filter { $0 == cell }.count == 2)
        #expect(read.id == PaxRecords.ids([1])[0])
    }

    @Test func `titles are keys, whatever they hold`() throws {
        let title = #"Ti"t\le"#
        let other = PaxExplodedFile(
            titles: PaxExplodedFile.longTitles + [title, "", "user@contoso.com", "x@odata.type"]
        )
        let row = other.row([
            "RecordId": "1", "CreationTime": "2026-02-03", "AppHost": "Word", title: "a", "": "b",
            "user@contoso.com": "c", "x@odata.type": "d",
        ])
        #expect(
            try record([row], other).extra
                == #"{"Ti\"t\\le":"a","UntitledColumn":"b","user@contoso.com":"c"}"#
        )
    }

    // MARK: - What makes an interaction

    @Test func `uncertain columns belong to an interaction alone`() throws {
        let label = ["SensitivityLabel": "l", "ConversationId": "c"]
        let event = #""CopilotEventData":{"SensitivityLabelId":"l","ConversationId":"c""#
        #expect(
            try record(label.merging(["Operation": "CopilotInteraction"]) { $1 })
                == original(#""Operation":"CopilotInteraction",\#(event)}"#)
        )
        #expect(try record(label.merging(["ThreadId": "t"]) { $1 }) == original(event + #","ThreadId":"t"}"#))
        #expect(try record(label).extra == #"{"ConversationId":"c","SensitivityLabel":"l"}"#)
    }

    @Test func `what makers and administrators did is no interaction`() throws {
        let cells = [
            "RecordId": PaxRecords.id(1), "CreationTime": "2026-02-03T10:11:12Z", "Workload": "PowerPlatform",
            "AppHost": "PowerPlatform", "RecordType": "PowerPlatformAdministratorActivity", "RecordTypeNum": "256",
            "EnvironmentName": "Default", "ConversationId": "c",
        ]
        for operation in ["BotCreate", "BotUpdateOperation-BotPublish", "EnvironmentPropertyChange"] {
            let read = try PaxReadFile(file.bytes([file.row(cells.merging(["Operation": operation]) { $1 })]))
            #expect(read.records.isEmpty && read.rejected.isEmpty)
            #expect(read.readCount == 1)
        }
    }

    @Test func `an AppHost makes no interaction where the workload is not told`() throws {
        let old = PaxExplodedFile(titles: PaxExplodedFile.oldTitles.filter { $0 != "Workload" })
        let row = old.row([
            "RecordId": "1", "CreationTime": "2026-02-03", "RecordType": "6", "Operation": "FileAccessed",
            "AppHost": "SharePoint",
        ])
        let read = try PaxReadFile(old.bytes([row]))
        #expect(read.outOfScope == ["FileAccessed": 1])
        let interaction = row.replacing("FileAccessed", with: "CopilotInteraction")
        #expect(try record([interaction], old).texts.contains("SharePoint"))
    }

    // MARK: - Any record

    @Test(arguments: 0..<300)
    func `any record is the same when exploded and put together again`(_ seed: Int) throws {
        var generator = SeededGenerator(seed: seed)
        let record = PaxRandomRecord.next(&generator)
        let json = JSONPrinting.plain.text(record, &generator)
        let isOld = Bool.random(using: &generator)
        let titles = isOld ? PaxExplodedFile.oldTitles : PaxExplodedFile.longTitles
        let file = PaxExplodedFile(
            titles: titles.shuffled(using: &generator),
            delimiter: [",", ";", "\t"].randomElement(using: &generator) ?? ",",
            lineEnd: ["\r\n", "\n"].randomElement(using: &generator) ?? "\n",
            repeatsRecord: Bool.random(using: &generator)
        )
        let whole = try SpelledRecord(decoding: json)
        let read = try self.record(file.rows(record), file)
        if isOld {
            // The old form carries less.
            #expect(read.leafCount <= whole.leafCount)
            #expect(read.messages == whole.messages)
            #expect(read.accesses == whole.accesses)
        } else {
            #expect(read == whole)
        }
    }

    @Test(arguments: 0..<200)
    func `no exploded record tells more than the record it came from`(_ seed: Int) throws {
        var generator = SeededGenerator(seed: seed)
        var source = RandomRecord()
        let record = source.next(&generator)
        let whole = try SpelledRecord(decoding: JSONPrinting.plain.text(record, &generator))
        let file = PaxExplodedFile(repeatsRecord: Bool.random(using: &generator))
        #expect(try self.record(file.rows(record), file).leafCount <= whole.leafCount)
    }
}
