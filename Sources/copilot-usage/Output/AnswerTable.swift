import CopilotUsage

/// An answer as a table for people.
///
/// Numbers stand at the right, ratios are percentages, NULL is a dot. A table that is too wide for the terminal has its
/// titles broken between words and its widest texts cut; one that cannot fit at all is a list of values per row.
struct AnswerTable {
    private let titles: [String]
    private let cells: [[String]]
    private let isNumeric: [Bool]

    init(_ answer: QueryAnswer) {
        let columns = answer.rows.columns
        titles = columns
        let types = Dictionary(
            answer.definition.columns.map { ($0.name, $0.type) },
            uniquingKeysWith: { first, _ in first }
        )
        isNumeric = columns.map { types[$0] == .int || types[$0] == .real || types[$0] == .flag }
        cells = answer.rows.rows.map { row in zip(columns, row).map { Self.text($0.1, column: $0.0) } }
    }

    /// A table of texts.
    init(texts rows: StoredRows) {
        titles = rows.columns
        isNumeric = rows.columns.map { _ in false }
        cells = rows.rows.map { row in zip(rows.columns, row).map { Self.text($0.1, column: $0.0) } }
    }

    init(titles: [String], cells: [[String]], isNumeric: [Bool]) {
        self.titles = titles
        self.cells = cells.map { $0.map(TerminalText.escaped) }
        self.isNumeric = isNumeric
    }

    func text(width: Int?) -> String {
        guard !cells.isEmpty else { return "(no rows)\n" }
        if cells.count == 1, titles.count > 4 { return list(width: width) }
        var widths = titles.indices.map { column in
            max(displayWidth(titles[column]), cells.map { displayWidth($0[column]) }.max() ?? 0)
        }
        // One endless text must not make every line as long.
        let longest = width ?? 400
        widths = titles.indices.map { isNumeric[$0] ? widths[$0] : min(widths[$0], longest) }
        if let width, widths.reduce(0, +) + 2 * (widths.count - 1) > width {
            for column in titles.indices {
                let longestWord = words(titles[column]).map(displayWidth).max() ?? 0
                let longestCell = cells.map { displayWidth($0[column]) }.max() ?? 0
                widths[column] = max(longestWord, isNumeric[column] ? longestCell : min(longestCell, longest))
            }
            if !shrink(&widths, to: width) { return list(width: width) }
        }
        var lines = heading(widths) + [widths.map { String(repeating: "─", count: $0) }.joined(separator: "  ")]
        lines += cells.map { line($0, widths, isCut: width != nil) }
        lines.append(cells.count == 1 ? "(1 row)" : "(\(TerminalText.grouped(Int64(cells.count))) rows)")
        return lines.joined(separator: "\n") + "\n"
    }

    /// The titles, broken where a column is narrower than its title; they stand on the line below.
    private func heading(_ widths: [Int]) -> [String] {
        let blocks = titles.indices.map { column in
            words(titles[column]).reduce(into: [String]()) { lines, word in
                if let last = lines.last, displayWidth(last + word) + 1 <= widths[column] {
                    lines[lines.count - 1] = last + (titles[column].contains("_") ? "_" : " ") + word
                } else {
                    lines.append(word)
                }
            }
        }
        let height = blocks.map(\.count).max() ?? 0
        return (0..<height).map { row in
            line(blocks.map { row < height - $0.count ? "" : $0[row - height + $0.count] }, widths)
        }
    }

    private func words(_ title: String) -> [String] { title.split { $0 == "_" || $0 == " " }.map(String.init) }

    /// One value a line, rows apart.
    private func list(width: Int?) -> String {
        let titleWidth = titles.map(displayWidth).max() ?? 0
        let blocks = cells.map { row in
            zip(titles, row).map { title, value in
                let shown = width.map { fitted(value, max(8, $0 - titleWidth - 2)) } ?? value
                return "\(padded(title, titleWidth, right: false))  \(shown)"
            }.joined(separator: "\n")
        }
        return blocks.joined(separator: "\n\n") + "\n"
    }

    /// Narrows text columns until the table fits; false when that cannot be.
    private func shrink(_ widths: inout [Int], to limit: Int) -> Bool {
        let gaps = 2 * (widths.count - 1)
        while widths.reduce(0, +) + gaps > limit {
            let candidates = widths.indices.filter { !isNumeric[$0] && widths[$0] > 12 }
            guard let widest = candidates.max(by: { widths[$0] < widths[$1] }) else { return false }
            widths[widest] -= 1
        }
        return true
    }

    private func line(_ row: [String], _ widths: [Int], isCut: Bool = true) -> String {
        let parts = row.indices.map { column in
            let shown = isCut ? fitted(row[column], widths[column]) : row[column]
            return padded(shown, widths[column], right: isNumeric[column])
        }
        var text = parts.joined(separator: "  ")
        while text.last == " " { text.removeLast() }
        return text
    }

    private func fitted(_ text: String, _ width: Int) -> String {
        guard displayWidth(text) > width else { return text }
        var kept = ""
        var used = 0
        for character in text {
            let next = displayWidth(String(character))
            if used + next > width - 1 { break }
            kept.append(character)
            used += next
        }
        return kept + "…"
    }

    private func padded(_ text: String, _ width: Int, right: Bool) -> String {
        let padding = String(repeating: " ", count: max(0, width - displayWidth(text)))
        return right ? padding + text : text + padding
    }

    /// Terminal columns: East Asian wide characters and emoji take two.
    private func displayWidth(_ text: String) -> Int {
        text.reduce(0) { width, character in
            guard let scalar = character.unicodeScalars.first else { return width }
            let isWide =
                switch scalar.value {
                case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
                    0xA000...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
                    0xFFE0...0xFFE6, 0x1F1E6...0x1F1FF, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1FAFF,
                    0x20000...0x3FFFD:
                    true
                default: false
                }
            return width + (isWide ? 2 : 1)
        }
    }

    private static func text(_ value: StoredValue, column: String) -> String {
        switch value {
        case .null: return "·"
        case .integer(let number): return TerminalText.grouped(number)
        case .real(let number):
            return column.hasSuffix("_ratio")
                ? TerminalText.decimal(number * 100, places: 1) + " %" : TerminalText.decimal(number, places: 2)
        case .text(let text): return TerminalText.escaped(text)
        case .blob(let bytes): return "(\(bytes.count) bytes)"
        }
    }
}
