import CopilotUsage
import Testing

@testable import copilot_usage

/// How answers are written, and that texts from files cannot act on what shows them.
struct OutputTests {
    private func rows(_ text: String) -> StoredRows { StoredRows(columns: ["name"], rows: [[.text(text)]]) }

    @Test(arguments: ["=1+1", "+1", "-1", "@x", "\tx", "\rx", "\nx"])
    func `spreadsheets get no formulas`(text: String) {
        #expect(AnswerCSV.text(rows(text)).contains("'\(text)"))
    }

    @Test func `CSV quotes what needs it and leaves NULL empty`() {
        let rows = StoredRows(columns: ["a", "b", "c"], rows: [[.text("x,\"y\""), .null, .real(0.1)]])
        #expect(AnswerCSV.text(rows) == "a,b,c\r\n\"x,\"\"y\"\"\",,0.1\r\n")
        #expect(AnswerCSV.text(self.rows("a\u{1B}[2J")).contains("\u{1B}"))
        #expect(!AnswerCSV.text(self.rows("a\u{1B}[2J"), isForTerminal: true).contains("\u{1B}"))
    }

    @Test(arguments: [
        "\u{1B}", "\u{7F}", "\u{9B}", "\u{202E}", "\u{2066}", "\u{200F}", "\u{61C}", "\u{FEFF}", "\u{E0041}",
    ])
    func `characters that act on a terminal are spelled out`(text: String) {
        for shown in [
            TerminalText.escaped("a\(text)b"), AnswerJSON.array(rows(text)), AnswerMarkdown.text(rows(text)),
            AnswerTable(titles: ["name"], cells: [[text]], isNumeric: [false]).text(width: 80),
        ] {
            #expect(!shown.contains(text), "\(shown.debugDescription)")
        }
    }

    @Test func `JSON reads back, whatever the text`() {
        #expect(JSONText.quoted("a\"\\\n\u{1}\u{E0041}ü") == #""a\"\\\n\u0001\udb40\udc41ü""#)
        #expect(JSONText.number(0.1) == "0.1")
        #expect(JSONText.number(.infinity) == "null")
        #expect(AnswerJSON.array(StoredRows(columns: ["a"], rows: [])) == "[]\n")
        #expect(
            AnswerJSON.lines(StoredRows(columns: ["a", "b"], rows: [[.integer(1), .null]])) == "{\"a\":1,\"b\":null}\n"
        )
    }

    @Test func `Markdown and HTML in names do nothing`() {
        let text = AnswerMarkdown.text(rows("a|b<script>*_`[x](y)"))
        #expect(text == "| name |\n| --- |\n| a\\|b&lt;script&gt;\\*\\_\\`\\[x\\](y) |\n")
    }

    @Test(arguments: [40, 80, 120])
    func `tables fit the terminal`(width: Int) {
        let long = String(repeating: "很长的名字 ", count: 30)
        let titles = ["department", "name", "count", "a_rather_long_title_of_a_number"]
        for count in [1, 3] {
            let table = AnswerTable(
                titles: titles,
                cells: Array(repeating: [long, long, "1,234", "5"], count: count),
                isNumeric: [false, false, true, true]
            )
            for line in table.text(width: width).split(separator: "\n") {
                let columns = line.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x4E00 ? 2 : 1) }
                #expect(columns <= width, "\(line)")
            }
        }
    }

    @Test func `numbers read well`() {
        #expect(TerminalText.grouped(-1_234_567) == "-1,234,567")
        #expect(TerminalText.decimal(0.005, places: 1) == "0.0")
        #expect(TerminalText.decimal(1_234.56, places: 1) == "1,234.6")
        #expect(TerminalText.bytes(2_578_672) == "2.6 MB")
        #expect(TerminalText.duration(3_725) == "1 h 2 min")
    }
}
