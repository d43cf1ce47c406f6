import UsageSchema

/// What migrations define, read from their text alone, which takes a tenth of the time of running them.
///
/// SQLite keeps a definition as it was given, from the name on, so that most texts are known without running anything.
/// Tables that were altered are not: their statements are told, for the few that have to be run.
struct DefinitionTexts {
    /// Objects as they were created and not dropped since.
    private(set) var created: [SchemaObjects.Key: SchemaObjects.Text] = [:]
    /// Of tables that were altered: all that was said of each, in order.
    private(set) var altered: [String: [String]] = [:]

    private var statements: [String: [String]] = [:]

    init(_ files: [SchemaFile]) {
        for file in files {
            for statement in Self.split(file.sql) { read(statement) }
        }
    }

    private mutating func read(_ statement: Substring.UTF8View) {
        var rest = statement
        var words: [String] = []
        var tail = rest
        while words.count < 4, let (word, start) = Self.nextWord(&rest) {
            words.append(word)
            if ["create", "unique"].contains(words.last) { continue }
            tail = statement[start...]
            // The word behind the kind is the name.
            if words.count >= 2, ["table", "index", "view"].contains(words[words.count - 2]) { break }
        }
        guard words.count >= 3, let name = words.last else { return }
        let kind = words[words.count - 2]
        let text = String(Substring(statement))
        switch words[0] {
        case "create":
            let unique = words.contains("unique") ? "UNIQUE " : ""
            let sql = "CREATE \(unique)\(kind.uppercased()) \(String(Substring(tail)))"
            var table = name
            if kind == "index" {
                _ = Self.nextWord(&rest)
                table = Self.nextWord(&rest)?.word ?? ""
            }
            created[.init(type: kind, name: name)] = .init(table: table, sql: sql)
            if kind == "table" {
                statements[name] = [text]
                altered[name] = nil
            }
        case "alter":
            var newName = name
            if Self.nextWord(&rest)?.word == "rename", Self.nextWord(&rest)?.word == "to" {
                newName = Self.nextWord(&rest)?.word ?? name
            }
            created[.init(type: "table", name: name)] = nil
            // The indexes of a table go where it goes.
            for key in created.keys where created[key]?.table == name { created[key]?.table = newName }
            let said = (statements.removeValue(forKey: name) ?? []) + [text]
            altered[name] = nil
            (statements[newName], altered[newName]) = (said, said)
        case "drop":
            created = created.filter {
                $0.key != .init(type: kind, name: name) && (kind != "table" || $0.value.table != name)
            }
            if kind == "table" { altered[name] = nil }
        default: break
        }
    }

    /// The next word in lower case, and where it begins; blanks, comments and brackets end a word.
    private static func nextWord(_ rest: inout Substring.UTF8View) -> (word: String, start: String.Index)? {
        while let first = rest.first {
            if first == UInt8(ascii: "-") {
                rest = rest.drop { $0 != UInt8(ascii: "\n") }
            } else if first <= UInt8(ascii: " ") {
                rest = rest.dropFirst()
            } else {
                break
            }
        }
        let word = rest.prefix { $0 > UInt8(ascii: " ") && $0 != UInt8(ascii: "(") }
        guard !word.isEmpty else { return nil }
        rest = rest[word.endIndex...]
        return (String(Substring(word)).lowercased(), word.startIndex)
    }

    /// The statements of a text; a semicolon in a comment or between quotes ends none.
    static func split(_ sql: String) -> [Substring.UTF8View] {
        let bytes = sql.utf8
        var statements: [Substring.UTF8View] = []
        var start = bytes.startIndex
        var position = start
        while position < bytes.endIndex {
            let byte = bytes[position]
            let next = bytes.index(after: position)
            switch byte {
            case UInt8(ascii: ";"):
                statements.append(trimmed(bytes[start..<position]))
                start = next
                position = next
            case UInt8(ascii: "'"), UInt8(ascii: "\""):
                position = bytes[next...].firstIndex(of: byte).map { bytes.index(after: $0) } ?? bytes.endIndex
            case UInt8(ascii: "-") where next < bytes.endIndex && bytes[next] == byte:
                position = bytes[next...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.endIndex
            default: position = next
            }
        }
        let last = trimmed(bytes[start...])
        return last.isEmpty ? statements : statements + [last]
    }

    /// Without the blanks at the end, which SQLite does not keep.
    private static func trimmed(_ statement: Substring.UTF8View) -> Substring.UTF8View {
        let end = statement.lastIndex { $0 > UInt8(ascii: " ") }.map(statement.index(after:))
        return statement[..<(end ?? statement.startIndex)]
    }
}
