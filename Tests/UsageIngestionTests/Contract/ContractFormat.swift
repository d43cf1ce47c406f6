import Testing
import UsageIngestion
import UsageTestSupport

/// A format as the contract sees it: how to make files of it.
///
/// A new format is done when it has its value in ``all`` and the suite passes.
struct ContractFormat: Sendable, CustomTestStringConvertible {
    /// A record as a file has it, from the number of a person and a day of March 2025.
    typealias Record = @Sendable (_ number: Int, _ day: Int) -> String

    let format: InputFormat
    /// Whether a file is one snapshot, stored in one transaction, rather than a run of records.
    var isList = false
    /// The text of a file around records.
    let file: @Sendable (_ records: [String]) -> String
    let record: Record
    /// A record that cannot be read, and the code that says why.
    let badRecord: (text: String, code: String)
    /// Lines before the first record, and lines that a record takes.
    var lines = (before: 1, each: 1)
    /// Whether the place of a bad record is its line, and its text its own.
    var hasLinePerRecord = true
    /// More records than the first batch holds.
    var batchCount = 20
    /// Whether a file can hold nothing and still be one of the format.
    var hasEmptyForm = true
    /// Reads where the format keeps what nobody knows, a row for each record; nil where nothing is to be seen.
    var unknownValues: String?
    /// A file with something that nobody knows; nil where the header decides what a file is.
    var unknownFile: (@Sendable (_ records: [String]) -> String)?

    static let all: [ContractFormat] = audit + lists + reports + inventories

    var testDescription: String { format.rawValue }

    /// A whole file of the records of some persons.
    func file(_ numbers: ClosedRange<Int>, day: Int = 1) -> String { file(numbers.map { record($0, day) }) }

    /// Options that make a list without a date inside one of a day in March 2025.
    func options(day: Int = 1) -> LoadOptions {
        var options = LoadOptions()
        options.asOfDay = 20_148 + Int64(day - 1)
        options.batchByteCount = 4_096
        return options
    }

    /// A file of a header and rows.
    static func rows(_ header: String) -> @Sendable ([String]) -> String {
        { records in ([header] + records).map { $0 + "\r\n" }.joined() }
    }

    /// A file of a header with one more column, and rows.
    static func rows(wider header: String) -> @Sendable ([String]) -> String {
        { records in
            let rows = records.enumerated().map { "\($1),invented \($0 + 1)" }
            return (["\(header),Invented column"] + rows).joined(separator: "\n")
        }
    }

    static func name(_ number: Int) -> String { "person\(number)@contoso.com" }

    static func key(_ number: Int) -> String { "cccccccc-0000-4000-8000-" + String(100_000_000_000 + number) }
}

struct ContractFormatTests {
    @Test func `every format is under the contract`() {
        #expect(ContractFormat.all.map(\.format.rawValue).sorted() == InputFormat.allCases.map(\.rawValue).sorted())
    }
}
