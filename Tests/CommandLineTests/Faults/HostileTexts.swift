import CopilotUsage
import Foundation
import UsageTestSupport

/// A warehouse in which every text that came from a file tries to act on what shows it.
struct HostileTexts {
    /// Formulas, markup, SQL, escape sequences, direction marks, invisible and wide characters, breaks of every kind.
    static let text =
        "=cmd|'/C calc'!A0\"<script>alert(1)</script>|`x`[a](javascript:b)$x$'); drop table users;-- "
        + "\u{1B}[2J\u{1B}]0;x\u{7}\u{9B}31m\u{8}\u{7F}\u{202E}\u{2066}\u{61C}\u{2028}\u{2029}\u{85}\r\n\t;=1+1"
        + "\u{200B}\u{FEFF}\u{3164}\u{2800}\u{E0041}é漢🇩🇪👩‍👩‍👧" + String(repeating: "\u{301}", count: 40)

    let warehouse: UsageWarehouse
    let name = "hostile.sqlite"

    init(_ folder: TemporaryFolder) async throws {
        try await EverySource(folder).load(into: name)
        warehouse = try UsageWarehouse(at: folder.path(name))
        let columns = try await warehouse.texts(
            """
            select t.name, c.name, t.wr from pragma_table_list t, pragma_table_info(t.name) c
            where t.schema = 'main' and t.type = 'table' and c.type = 'TEXT' and t.name not in
              ('sqlite_schema', 'schema_texts', 'documented_columns', 'days', 'upkeep_marks')
            """
        )
        let literal = "'" + Self.text.replacing("'", with: "''") + "'"
        // What a table's rules do not allow stays as it is; the shell goes on behind such an error.
        let updates = columns.map { column in
            "update or ignore \(column[0]) set \(column[1]) = \(literal)\(column[2] == "0" ? " || rowid" : "") "
                + "where \(column[1]) is not null;"
        }
        let long = """
            update users set display_name = display_name || printf('%.*c', 50000, 'x') where id = 1;
            update resources set name = char(0) || name where id = 1;
            """
        try folder.write((updates + [long]).joined(separator: "\n"), to: "hostile.sql")
        _ = try CommandLineTool(folder: folder.path).shell("sqlite3 \(name) < hostile.sql")
    }

    /// The records of a CSV text, its quotes resolved.
    static func records(_ csv: String) -> [[String]] {
        var records: [[String]] = [[]]
        var field = String.UnicodeScalarView()
        var isQuoted = false
        var scalars = Array(csv.unicodeScalars)[...]
        while let scalar = scalars.popFirst() {
            switch (scalar, isQuoted) {
            case ("\"", true) where scalars.first == "\"": field.append(scalars.removeFirst())
            case ("\"", _): isQuoted.toggle()
            case (",", false):
                records[records.count - 1].append(String(field))
                field.removeAll()
            case ("\r", false) where scalars.first == "\n":
                scalars.removeFirst()
                records[records.count - 1].append(String(field))
                field.removeAll()
                records.append([])
            default: field.append(scalar)
            }
        }
        return records.dropLast()
    }

    /// Whether a character controls what shows it, or cannot be seen.
    static func isActive(_ scalar: Unicode.Scalar) -> Bool {
        let kept: Set<Unicode.Scalar> = ["\u{200C}", "\u{200D}"]
        let blank: Set<Unicode.Scalar> = ["\u{3164}", "\u{2800}"]
        return switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: !kept.contains(scalar)
        default: blank.contains(scalar)
        }
    }
}
