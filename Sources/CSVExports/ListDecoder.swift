public import UsageFormats

/// Decodes lists of people row by row: licence lists and directories.
public final class ListDecoder {
    private let reader: CSVReader
    private let layout: any ListLayout

    /// Starts behind the header row, which the caller has read.
    public init(_ reader: CSVReader, layout: any ListLayout) {
        self.reader = reader
        self.layout = layout
    }

    /// Decodes the next row; nil at the end of the input.
    public func nextRow() throws(InputError) -> ListRowResult? {
        guard try reader.nextRow() else { return nil }
        // With a quote out of place the row may have swallowed the rows after it.
        if reader.hasStrayQuote { _ = reader.splitFailedRow() }
        do throws(ListRejection) {
            try checkRow()
            if isRepeatedHeader() { return .repeatedHeader }
            var notes: [ListNote] = []
            if reader.fieldCount != layout.titles.count { notes.append(.raggedRow) }
            if reader.isWindows1252 { notes.append(.notUTF8) }
            let cells = (0..<reader.fieldCount).map { TextFolding.trimmed(reader.field($0)) }
            let person = try layout.person(cells, &notes)
            return .person(person, notes: notes)
        } catch {
            return .rejected(error)
        }
    }

    private func checkRow() throws(ListRejection) {
        if let failure = reader.failure {
            let code: ListRejection.Code = failure == .tooLong ? .rowTooLong : .unterminatedQuote
            throw ListRejection(code: code, description: "The row cannot be read: \(failure.description)")
        }
        if reader.containsNUL {
            throw ListRejection(code: .containsNUL, description: "The row holds a NUL byte; expected text.")
        }
    }

    private func isRepeatedHeader() -> Bool {
        guard reader.fieldCount == layout.titles.count else { return false }
        return layout.titles.indices.allSatisfy {
            HeaderCells.key(reader.field($0)) == HeaderCells.key(layout.titles[$0])
        }
    }
}

/// Which columns a list has, and how a row of them reads.
public protocol ListLayout: Sendable {
    /// The titles of the columns, trimmed.
    var titles: [String] { get }

    /// Whether the list has a column with the day that it speaks of.
    var tellsDay: Bool { get }

    /// Reads the trimmed cells of a row.
    func person(_ cells: [String], _ notes: inout [ListNote]) throws(ListRejection) -> ListedPerson
}

/// How cells read in every list.
enum ListCells {
    /// A truth value as people and programs write it; nil for anything else.
    static func flag(_ cell: String) -> Bool? {
        switch cell.lowercased() {
        case "true", "yes", "y", "1": true
        case "false", "no", "n", "0": false
        default: nil
        }
    }

    /// The cell of a column that a row may be too short for.
    static func cell(_ column: Int?, of cells: [String]) -> String {
        guard let column, column < cells.count else { return "" }
        return cells[column]
    }

    /// Refuses rows that name no one, and rows whose name is a token that cannot be joined to a person.
    static func checkName(_ name: String, objectID: String) throws(ListRejection) {
        if name.isEmpty, objectID.isEmpty {
            throw ListRejection(
                code: .missingUser,
                description: "The row has no user principal name; expected one, or an object id."
            )
        }
        if name.utf8.count == 32, name.allSatisfy({ $0.isASCII && $0.isHexDigit }) {
            throw ListRejection(
                code: .concealedName,
                description: "The row's name is a concealed token and names no one. Turn off concealed names in the "
                    + "admin center under Settings, Org settings, Reports, and export the list again."
            )
        }
    }
}
