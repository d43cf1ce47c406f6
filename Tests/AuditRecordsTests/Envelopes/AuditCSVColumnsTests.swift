import Testing
import UsageFormats

@testable import AuditRecords

struct AuditCSVColumnsTests {
    /// A header, and the row's column that each value must be taken from.
    struct Variant: Sendable, CustomTestStringConvertible {
        var header: String
        var data: Int
        var id, time, type, operation, user: Int?
        var testDescription: String { header }
    }

    private static let variants = [
        Variant(header: AuditFile.header, data: 5, id: 0, time: 1, type: 2, operation: 3, user: 4),
        Variant(
            header:
                "RecordId,CreationDate,RecordType,Operation,UserId,AuditData,AssociatedAdminUnits,AssociatedAdminUnitNames",
            data: 5,
            id: 0,
            time: 1,
            type: 2,
            operation: 3,
            user: 4
        ),
        Variant(header: "CreationDate,UserIds,Operations,AuditData", data: 3, time: 0, operation: 2, user: 1),
        Variant(
            header: "PSComputerName,RunspaceId,PSShowComputerName,RecordType,CreationDate,UserIds,Operations,AuditData,"
                + "ResultIndex,ResultCount,Identity,IsValid,ObjectState",
            data: 7,
            id: 10,
            time: 4,
            type: 3,
            operation: 6,
            user: 5
        ),
        Variant(header: "CreationDate,UserIds,RecordType,AuditData", data: 3, time: 0, type: 2, user: 1),
        Variant(
            header: "RecordType,CreationDate,UserIds,Operations,AuditData",
            data: 4,
            time: 1,
            type: 0,
            operation: 3,
            user: 2
        ),
        Variant(
            header: "id,createdDateTime,auditLogRecordType,operation,organizationId,userType,userId,service,objectId,"
                + "userPrincipalName,clientIp,administrativeUnits,auditData",
            data: 12,
            id: 0,
            time: 1,
            type: 2,
            operation: 3,
            user: 9
        ),
        Variant(header: "auditData", data: 0),
        Variant(header: "\u{FEFF}AuditData, RECORDID ,creationtime", data: 0, id: 1, time: 2),
    ]

    @Test(arguments: variants)
    func `columns are found in every known header`(_ variant: Variant) throws {
        let columns = try #require(AuditCSVColumns(header: variant.header.split(separator: ",").map(String.init)))
        #expect(columns.auditData == variant.data)
        #expect(columns[.id] == variant.id)
        #expect(columns[.creationTime] == variant.time)
        #expect(columns[.recordType] == variant.type)
        #expect(columns[.operation] == variant.operation)
        #expect(columns[.userID] == variant.user)
    }

    @Test(arguments: [[], [""], ["RecordId", "CreationDate"], ["AuditDatas"], ["Audit Data"]])
    func `a header without AuditData is none`(_ header: [String]) {
        #expect(AuditCSVColumns(header: header) == nil)
    }

    @Test(arguments: variants)
    func `values missing in the record come from their columns`(_ variant: Variant) throws {
        var row = variant.header.split(separator: ",").map { _ in "other" }
        row[variant.data] = #""{""Id"":""1"",""CreationTime"":""2026-02-03T10:11:12"",""CopilotEventData"":{}}""#
        if let id = variant.id {
            row[variant.data] = #""{""CreationTime"":""2026-02-03T10:11:12"",""CopilotEventData"":{}}""#
            row[id] = AuditFile.id(7)
        }
        if let user = variant.user { row[user] = "me@contoso.com" }
        let file = try DecodedFile(Array("\(variant.header)\n\(row.joined(separator: ","))\n".utf8))
        let record = try #require(file.records.first)
        #expect(record.id == (variant.id == nil ? .integer(1) : DecodedFile.ids([7])[0]))
        #expect(record.user == (variant.user == nil ? "" : "me@contoso.com"))
    }
}
