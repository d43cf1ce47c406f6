import Testing
import UsageFormats

@testable import AuditRecords

struct PaxExplodedEnvelopeTests {
    private func beginning(_ text: String) throws -> FileBeginning {
        try OpenedFile(try ByteWindow(.bytes(Array(text.utf8)))).beginning
    }

    private func isTaken(_ titles: [String], delimiter: String = ",", isDeclared: Bool = false) throws -> Bool {
        let header = titles.map { PaxExplodedFile.quoted($0, delimiter) }.joined(separator: delimiter)
        return PaxExplodedEnvelope(try beginning(header + "\n"), isDeclared: isDeclared) != nil
    }

    @Test(arguments: [PaxExplodedFile.longTitles, PaxExplodedFile.oldTitles])
    func `a header is recognised in any order, case, quoting and delimiter`(_ titles: [String]) throws {
        #expect(try isTaken(titles))
        #expect(try isTaken(titles.reversed()))
        #expect(try isTaken(titles.map { $0.lowercased() }))
        #expect(try isTaken(titles.map { $0.uppercased() }))
        #expect(try isTaken(titles.map { " \($0) " }))
        #expect(try isTaken(titles, delimiter: ";"))
        #expect(try isTaken(titles, delimiter: "\t"))
        let quoted = "\u{FEFF}" + titles.map { "\"\($0)\"" }.joined(separator: ",") + "\r\n"
        #expect(PaxExplodedEnvelope(try beginning(quoted), isDeclared: false) != nil)
        #expect(PaxExplodedEnvelope(try beginning("sep=;\n" + titles.joined(separator: ";")), isDeclared: false) != nil)
    }

    @Test func `the forms have 153 and 35 columns`() {
        #expect(PaxExplodedFile.longTitles.count == 153)
        #expect(PaxExplodedFile.oldTitles.count == 35)
    }

    @Test func `Id serves where RecordId is missing`() throws {
        #expect(try isTaken(PaxExplodedFile.longTitles.filter { $0 != "RecordId" }))
        #expect(try !isTaken(PaxExplodedFile.longTitles.filter { $0 != "RecordId" && $0 != "Id" }))
    }

    @Test(arguments: [
        // Audit exports with whole records, lists of licence holders, people and agents, usage reports.
        "RecordId,CreationDate,RecordType,Operation,UserId,AuditData,AssociatedAdminUnits,AssociatedAdminUnitsNames",
        "CreationDate,UserIds,Operations,AuditData",
        "RecordId,AppHost,ThreadId,Message_Id,Context_Id,AuditData",
        "User principal name,Display name,Licenses",
        "Username,Display name,Email",
        "id,userPrincipalName,displayName,department,jobTitle,accountEnabled,officeLocation,createdDateTime",
        "id,displayName,mail,AgentId,AgentName,ClientRegion",
        "Report Refresh Date,User Principal Name,Display Name,Last Activity Date,Teams Last Activity Date",
        "RecordId,CreationDate,Operation,UserId",
        "AppHost,ThreadId,Message_Id,Context_Id",
    ])
    func `other files are not taken`(_ header: String) throws {
        #expect(try !isTaken(header.split(separator: ",").map(String.init)))
    }

    @Test func `a declared file needs a record id and one column of the form`() throws {
        #expect(try isTaken(["RecordId", "AppHost"], isDeclared: true))
        #expect(try isTaken(["RecordTypeNum", "recordid"], isDeclared: true))
        #expect(try !isTaken(["RecordId", "AppHost"]))
        #expect(try !isTaken(["RecordId", "Operation"], isDeclared: true))
        #expect(try !isTaken(["AppHost", "ThreadId", "Message_Id"], isDeclared: true))
        #expect(try !isTaken(["RecordId", "AppHost", "AuditData"], isDeclared: true))
        #expect(PaxExplodedEnvelope(try beginning("[]"), isDeclared: true) == nil)
    }

    @Test func `a reader starts with the first record, or goes on where another one stood`() throws {
        let file = PaxExplodedFile()
        let bytes = file.bytes([0, 1, 2].flatMap { file.rows(JSONValue(PaxRecords.json($0)) ?? .null) })
        let opened = try OpenedFile(try ByteWindow(.bytes(bytes)))
        let envelope = try #require(PaxExplodedEnvelope(opened.beginning, isDeclared: false))
        let reader = try #require(envelope.reader(of: opened, resumingWith: nil))
        #expect(try reader.nextBatch(byteLimit: 1)?.records.count == 3)
        #expect(try reader.nextBatch(byteLimit: 1) == nil)

        let again = try OpenedFile(try ByteWindow(.bytes(bytes)))
        try again.window.skip(to: reader.position)
        let rest = try #require(envelope.reader(of: again, resumingWith: reader.state))
        #expect(try rest.nextBatch(byteLimit: 1)?.readCount == 0)
        #expect(envelope.reader(of: again, resumingWith: "nonsense") == nil)
        #expect(PaxExplodedEnvelope.format == "pax-exploded-csv")
    }
}
