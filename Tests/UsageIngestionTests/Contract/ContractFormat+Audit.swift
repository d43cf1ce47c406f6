import UsageIngestion
import UsageTestSupport

extension ContractFormat {
    /// The forms of audit records.
    static let audit: [ContractFormat] = [
        ContractFormat(
            format: format("purview-audit-csv"),
            file: rows(AuditRow.header),
            record: { number, _ in interaction(number).csv },
            badRecord: (AuditRow.csv(#"{"Id":"#), "broken_json"),
            unknownFile: rows(wider: AuditRow.header)
        ),
        ContractFormat(
            format: format("unified-audit-log-csv"),
            file: rows(searchHeader),
            record: { number, _ in searchRow(interaction(number).json) },
            badRecord: (searchRow(#"{"Id":"#), "broken_json"),
            unknownFile: rows(wider: searchHeader)
        ),
        ContractFormat(
            format: format("pax-exploded-csv"),
            file: rows(explodedHeader),
            record: { number, _ in exploded(interaction(number)) },
            badRecord: (#","2025-03-01T10:00:00.0000000Z",CopilotInteraction,,,,Word,,,,"#, "missing_record_id"),
            lines: (before: 1, each: 2),
            batchCount: 220,
            unknownFile: { records in
                let lines = records.flatMap { $0.split(separator: "\r\n") }
                return rows(wider: explodedHeader)(lines.map(String.init))
            }
        ),
        ContractFormat(
            format: format("graph-audit-json"),
            file: { records in #"{"value":["# + "\n" + records.joined(separator: ",\n") + "\n]}" },
            record: { number, _ in wrapped(interaction(number)) },
            badRecord: (#"{"id":"x","auditData":null}"#, "missing_audit_data"),
            unknownFile: { records in
                #"{"invented":{"value":[1]},"value":["# + records.joined(separator: ",") + #"],"@invented":[[]]}"#
            }
        ),
        ContractFormat(
            format: format("activity-feed-json"),
            file: { records in "[\n" + records.joined(separator: ",\n") + "\n]" },
            record: { number, _ in interaction(number).json },
            badRecord: (#"{"CreationTime":"2025-03-01T10:00:00"}"#, "missing_record_id"),
            unknownFile: { records in
                "[" + records.map { $0.dropLast() + #","Invented":[1]}"# }.joined(separator: ",") + "]"
            }
        ),
        ContractFormat(
            format: format("audit-json-lines"),
            file: { records in records.joined(separator: "\n") },
            record: { number, _ in interaction(number).json },
            badRecord: (#"{"Id":"x","CreationTime":"#, "broken_json"),
            lines: (before: 0, each: 1),
            hasEmptyForm: false,
            unknownFile: { records in records.map { $0.dropLast() + #","Invented":[1]}"# }.joined(separator: "\n") }
        ),
    ]

    private static func format(_ identifier: String) -> InputFormat {
        InputFormat(rawValue: identifier) ?? .purviewAuditCSV
    }

    private static func interaction(_ number: Int) -> AuditRow {
        AuditRow(number, time: "2025-03-0\(1 + number % 9)T10:00:00", user: name(number), key: key(number))
    }

    private static let searchHeader = "RecordType,CreationDate,UserIds,Operations,AuditData,ResultIndex,Identity"

    private static func searchRow(_ json: String) -> String {
        #"CopilotInteraction,3/1/2025 10:00:00 AM,,CopilotInteraction,"\#(json.replacing("\"", with: "\"\""))",1,"#
    }

    private static let explodedHeader =
        "RecordId,CreationTime,Operation,UserId,UserKey,RecordTypeNum,AppHost,ThreadId,Message_Id,Message_isPrompt,"
        + "AccessedResource_Name"

    /// Long, since rows of some megabytes are put together at once.
    private static let longName = String(repeating: "Plan ", count: 4_000)

    private static func exploded(_ row: AuditRow) -> String {
        let start = "\(row.id),\(row.time),CopilotInteraction,\(row.user),\(row.key),261,Word,t1"
        return "\(start),1,True,\(longName)\r\n\(start),2,False,"
    }

    private static func wrapped(_ row: AuditRow) -> String {
        #"{"id":"\#(row.id)","createdDateTime":"\#(row.time)Z","userId":"\#(row.key)","auditData":\#(row.json)}"#
    }
}
