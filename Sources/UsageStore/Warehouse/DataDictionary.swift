import GRDB

/// Turns the comments of the DDL into rows, so that `data_dictionary` says what every column means.
///
/// A table's own comment is the first comment line of its statement; a column's comment stands at the end of its line
/// and may close with its unit in square brackets.
enum DataDictionary {
    struct Entry: Equatable {
        var ordinal: Int
        var column: String
        var type: String
        var unit: String?
        var meaning: String
    }

    /// Replaces the recorded comments by those of the schema as it stands.
    static func record(in db: Database) throws {
        try db.execute(sql: "delete from documented_columns")
        let objects = try Row.fetchAll(
            db,
            sql: """
                select name, sql from sqlite_schema
                where type in ('table', 'view') and name not like 'sqlite_%' order by name
                """
        )
        for object in objects {
            let name: String = object[0]
            let sql: String = object[1]
            let columns = try Row.fetchAll(db, sql: "select name, type from pragma_table_info(?)", arguments: [name])
                .map { (name: $0[0] as String, type: $0[1] as String) }
            for entry in entries(sql: sql, columns: columns) {
                try db.execute(
                    sql: """
                        insert into documented_columns (table_name, ordinal, column_name, type, unit, meaning)
                        values (?, ?, ?, ?, ?, ?)
                        """,
                    arguments: [name, entry.ordinal, entry.column, entry.type, entry.unit, entry.meaning]
                )
            }
        }
    }

    /// The comments of one statement; a column without a comment has an empty meaning.
    static func entries(sql: String, columns: [(name: String, type: String)]) -> [Entry] {
        let lines = sql.split(separator: "\n").map(String.init)
        let heading = lines.filter { $0.trimmingSpaces.hasPrefix("-- ") }
            .map { String($0.trimmingSpaces.dropFirst(3)) }
            .joined(separator: " ")
        var entries = [Entry(ordinal: 0, column: "", type: "", unit: nil, meaning: heading)]
        for (index, column) in columns.enumerated() {
            let comment = lines.lazy.compactMap { Self.comment(on: column.name, in: $0) }.first ?? ""
            let (text, unit) = splitUnit(comment)
            // A comment that is only a unit leaves the meaning to the name.
            let meaning = text.isEmpty && unit != nil ? column.name.replacing("_", with: " ") : text
            entries.append(
                Entry(ordinal: index + 1, column: column.name, type: column.type, unit: unit, meaning: meaning)
            )
        }
        return entries
    }

    /// The comment of a line `name type …, -- comment` (table), `…, name -- comment` (column added to a table later), or
    /// `expression as name, -- comment` (view).
    private static func comment(on column: String, in line: String) -> String? {
        guard let mark = line.firstRange(of: " -- ") else { return nil }
        let code = String(line[..<mark.lowerBound]).trimmingSpaces
        let bare = code.hasSuffix(",") ? String(code.dropLast()).trimmingSpaces : code
        let isTableColumn = bare == column || bare.hasPrefix(column + " ") || bare.hasSuffix(", " + column)
        let isViewColumn = bare.hasSuffix(" as " + column) || bare.hasSuffix("." + column)
        guard isTableColumn || isViewColumn else { return nil }
        return String(line[mark.upperBound...]).trimmingSpaces
    }

    private static func splitUnit(_ comment: String) -> (String, String?) {
        guard comment.hasSuffix("]"), let open = comment.lastIndex(of: "[") else { return (comment, nil) }
        let unit = comment[comment.index(after: open)...].dropLast()
        return (String(comment[..<open]).trimmingSpaces, String(unit))
    }
}

extension String {
    fileprivate var trimmingSpaces: String {
        let start = drop { $0 == " " || $0 == "\t" || $0 == "\r" }
        guard let end = start.lastIndex(where: { $0 != " " && $0 != "\t" && $0 != "\r" }) else { return "" }
        return String(start[...end])
    }
}
