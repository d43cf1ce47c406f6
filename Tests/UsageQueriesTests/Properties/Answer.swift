import Testing
import UsageStore

/// The rows of an answer, read by the names of their columns.
struct Answer: Sendable {
    let columns: [String]
    let rows: [Line]

    init(_ stored: StoredRows) {
        columns = stored.columns
        rows = stored.rows.map { row in Line(values: Dictionary(uniqueKeysWithValues: zip(stored.columns, row))) }
    }

    private init(columns: [String], rows: [Line]) {
        self.columns = columns
        self.rows = rows
    }

    /// Only some of the rows.
    func filtered(_ isIncluded: (Line) -> Bool) -> Answer { Answer(columns: columns, rows: rows.filter(isIncluded)) }

    /// One row.
    struct Line: Sendable {
        let values: [String: StoredValue]

        subscript(_ column: String) -> StoredValue {
            guard let value = values[column] else {
                Issue.record("there is no column \(column)")
                return .null
            }
            return value
        }

        func int(_ column: String) -> Int? {
            if case .integer(let integer) = self[column] { Int(integer) } else { nil }
        }

        func real(_ column: String) -> Double? {
            switch self[column] {
            case .real(let real): real
            case .integer(let integer): Double(integer)
            default: nil
            }
        }

        func text(_ column: String) -> String { self[column].drawn }

        /// Values of several columns, to tell rows apart.
        func key(_ columns: String...) -> String { columns.map(text).joined(separator: " | ") }
    }

    /// The only row of an answer that has one.
    var only: Line {
        get throws {
            #expect(rows.count == 1)
            return try #require(rows.first)
        }
    }

    /// The values of a column that are not NULL, added up.
    func sum(_ column: String) -> Int { rows.compactMap { $0.int(column) }.reduce(0, +) }

    /// Sums of a column, by the value of another.
    func sums(of column: String, by group: String) -> [String: Int] {
        Dictionary(rows.map { ($0.text(group), $0.int(column) ?? 0) }, uniquingKeysWith: +)
    }

    /// How many rows there are of each value of a column.
    func counts(by group: String) -> [String: Int] { Dictionary(rows.map { ($0.text(group), 1) }, uniquingKeysWith: +) }

    /// The values of a column, NULL drawn as a dash.
    func texts(_ column: String) -> [String] { rows.map { $0.text(column) } }

    /// The rows by the value of a column that tells them apart.
    func lines(by column: String) -> [String: Line] {
        let pairs = rows.map { ($0.text(column), $0) }
        #expect(Set(pairs.map(\.0)).count == pairs.count, "\(column) tells the rows apart")
        return Dictionary(pairs) { first, _ in first }
    }
}

/// Whether two numbers are the same but for their last digits.
func isNear(_ left: Double?, _ right: Double?) -> Bool {
    switch (left, right) {
    case (nil, nil): true
    case (let left?, let right?): abs(left - right) <= 1e-9 * max(1, abs(left), abs(right))
    default: false
    }
}

/// A share; nil when nothing is there to be shared, or one of the two is unknown.
func ratio(_ part: Int?, _ whole: Int?) -> Double? {
    guard let part, let whole, whole > 0 else { return nil }
    return Double(part) / Double(whole)
}
