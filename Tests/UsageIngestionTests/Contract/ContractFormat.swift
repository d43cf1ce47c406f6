import Testing
import UsageIngestion
import UsageTestSupport

/// A format as the contract sees it: how to make files of it.
///
/// A new format is done when it has its case here and the suite passes.
struct ContractFormat: Sendable, CustomTestStringConvertible {
    let format: InputFormat

    static let all = InputFormat.allCases.map(ContractFormat.init)

    var testDescription: String { format.rawValue }

    /// Whether a file is one snapshot, stored in one transaction, rather than a run of records.
    var isList: Bool { format != .purviewAuditCSV }

    var header: String {
        switch format {
        case .purviewAuditCSV: AuditRow.header
        case .licensedUsersCSV: "Username,Display name,Email"
        case .readinessCSV: "Report Refresh Date,User Principal Name,Has Copilot license assigned,Uses Teams chat"
        case .entraUsersCSV: "userPrincipalName,displayName,id,department,accountEnabled"
        }
    }

    /// The row of one person, or of one interaction of that person's.
    func row(_ number: Int, day: Int = 1) -> String {
        let name = "person\(number)@contoso.com"
        let date = day < 10 ? "2025-03-0\(day)" : "2025-03-\(day)"
        switch format {
        case .purviewAuditCSV:
            let key = "cccccccc-0000-4000-8000-" + String(100_000_000_000 + number)
            return AuditRow(number, time: "2025-03-0\(1 + number % 9)T10:00:00", user: name, key: key).csv
        case .licensedUsersCSV: return "\(name),Person \(number),\(name)"
        case .readinessCSV: return "\(date),\(name),\(number % 7 == 0 ? "False" : "True"),True"
        case .entraUsersCSV:
            let id = "cccccccc-0000-4000-8000-" + String(100_000_000_000 + number)
            return "\(name),Person \(number),\(id),Department \((number + day) % 3),True"
        }
    }

    /// A row that cannot be read, and the code that says why.
    var badRow: (text: String, code: String) {
        switch format {
        case .purviewAuditCSV: (AuditRow.csv(#"{"Id":"#), "broken_json")
        case .licensedUsersCSV: (",Nobody,", "missing_user")
        case .readinessCSV: ("2025-03-01,,True,True", "missing_user")
        case .entraUsersCSV: (",Nobody,,Sales,True", "missing_user")
        }
    }

    /// A whole file.
    func file(_ numbers: ClosedRange<Int>, day: Int = 1) -> String { file(lines: numbers.map { row($0, day: day) }) }

    func file(lines: [String]) -> String { ([header] + lines).map { $0 + "\r\n" }.joined() }

    /// Options that make a list without a date inside one of a day in March 2025.
    func options(day: Int = 1) -> LoadOptions {
        var options = LoadOptions()
        options.asOfDay = 20_148 + Int64(day - 1)
        options.batchByteCount = 4_096
        return options
    }
}
