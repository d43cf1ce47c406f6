import UsageFormats

@testable import GraphReports

/// A report of random content, printed as a table or as JSON.
struct RandomReport {
    /// A column with its title in a table and its key in JSON, which fold to the same.
    struct Column: Hashable {
        let title: String
        let key: String
        var isCount = false
    }

    /// What one element of JSON holds: its own cells, and those of each of its rows.
    struct Element {
        var own: [Column: String]
        var rows: [[Column: String]]
    }

    let kind: ReportKind
    /// The columns of the table, in no order.
    private(set) var columns: [Column]
    private(set) var elements: [Element] = []

    private static let refreshDate = Column(title: "Report Refresh Date", key: "reportRefreshDate")
    private static let period = Column(title: "Report Period", key: "reportPeriod")
    private static let reportDate = Column(title: "Report Date", key: "reportDate")
    private static let name = Column(title: "User Principal Name", key: "userPrincipalName")
    private static let unknown = Column(title: "Favourite Colour", key: "favouriteColour")

    private static let activity: [Column] = [
        Column(title: "Last Activity Date", key: "lastActivityDate"),
        Column(title: "Word Copilot Last Activity Date", key: "wordCopilotLastActivityDate"),
        Column(title: "Microsoft Teams Copilot Last Activity Date", key: "microsoftTeamsCopilotLastActivityDate"),
        Column(title: "Copilot Chat (web) Last Activity Date", key: "copilotChatWebLastActivityDate"),
        Column(title: "Some New App Copilot Last Activity Date", key: "someNewAppCopilotLastActivityDate"),
        Column(title: "Edge Last Activity Date", key: "edgeLastActivityDate"),
    ]

    private static let userCounts: [Column] = [
        Column(title: "Prompts submitted for all apps", key: "promptsSubmittedForAllApps", isCount: true),
        Column(
            title: "Prompts submitted for Copilot Chat (work)",
            key: "promptsSubmittedForCopilotChatWork",
            isCount: true
        ),
        Column(title: "Active Usage Days for all apps", key: "activeUsageDaysForAllApps", isCount: true),
    ]

    private static let counts: [Column] =
        ["Any App", "Word", "Copilot Chat (work)", "Clipchamp", "Power BI"].flatMap { app in
            ["Enabled Users", "Active Users"].map { measure in
                let title = "\(app) \(measure)"
                let words = title.split { !$0.isLetter }.map(String.init)
                let key =
                    words[0].lowercased()
                    + words.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
                return Column(title: title, key: key, isCount: true)
            }
        } + [
            Column(title: "Prompts submitted", key: "promptsSubmitted", isCount: true),
            Column(title: "Average prompts submitted", key: "averagePromptsSubmitted", isCount: true),
        ]

    init(_ kind: ReportKind, _ generator: inout SeededGenerator) {
        self.kind = kind
        // Some stay, so that the report is recognised.
        let measures = kind == .userDetail ? Self.activity + Self.userCounts : Self.counts
        let kept =
            measures[2...].filter { _ in Bool.random(using: &generator) }
            + (kind == .userDetail ? [measures[1]] : measures[..<2])
        var inner = kept.filter { kind != .userDetail || $0.isCount } + [Self.unknown]
        if kind == .userDetail {
            // What is told of a period stands with it or with the user.
            inner = inner.filter { _ in Bool.random(using: &generator) }
        }
        let outer = kept.filter { !inner.contains($0) }
        columns = [Self.refreshDate, Self.period] + outer + inner
        if kind == .userDetail { columns.append(Self.name) }
        if kind == .trend { columns.append(Self.reportDate) }
        for index in 0..<Int.random(in: 1...4, using: &generator) {
            var own = [Self.refreshDate: Self.refreshDay(&generator)]
            if kind == .userDetail { own[Self.name] = Self.user(index, &generator) }
            if kind == .trend { own[Self.period] = Self.days(&generator) }
            for column in outer { own[column] = Self.cell(column, &generator) }
            var rows: [[Column: String]] = []
            for _ in 0..<Int.random(in: 1...5, using: &generator) {
                var row: [Column: String] = [:]
                if kind == .trend { row[Self.reportDate] = Self.refreshDay(&generator) }
                if kind != .trend { row[Self.period] = Self.days(&generator) }
                for column in inner { row[column] = Self.cell(column, &generator) }
                rows.append(row)
            }
            elements.append(Element(own: own, rows: rows))
        }
        columns.shuffle(using: &generator)
    }

    private static func refreshDay(_ generator: inout SeededGenerator) -> String {
        ["2026-03-02", "2026-03-02", "3/31/2026", "", "3/2/2026", "1/1/2001"].randomElement(using: &generator) ?? ""
    }

    private static func days(_ generator: inout SeededGenerator) -> String {
        ["7", "28", "30", "90", "180", "", "D7"].randomElement(using: &generator) ?? ""
    }

    private static func user(_ index: Int, _ generator: inout SeededGenerator) -> String {
        ["user\(index)@contoso.com", "00112233445566778899AABBCCDDEE0\(index)", "O'Neil, \"Jö\" \(index)", ""]
            .randomElement(using: &generator) ?? ""
    }

    private static func cell(_ column: Column, _ generator: inout SeededGenerator) -> String {
        let cells =
            column.isCount
            ? ["", "0", "12", "40.0", "1.5", "-3", "99999999999999999999", "many", "7"]
            : ["", "2026-02-01", "2/28/2026", "2/3/2026", "never", "2025-12-31T10:00:00Z"]
        return cells.randomElement(using: &generator) ?? ""
    }
}

extension RandomReport {
    func table(_ generator: inout SeededGenerator) -> String {
        let delimiter = [",", ";", "\t"].randomElement(using: &generator) ?? ","
        var lines = [columns.map(\.title)]
        for element in elements {
            for row in element.rows { lines.append(columns.map { row[$0] ?? element.own[$0] ?? "" }) }
        }
        return "\u{FEFF}"
            + lines.map { line in
                line.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: delimiter) + "\r\n"
            }
            .joined()
    }

    func json(_ generator: inout SeededGenerator) -> String {
        let collection =
            switch kind {
            case .userDetail: "copilotActivityUserDetailsByPeriod"
            case .summary: "adoptionByProduct"
            case .trend: "adoptionByDate"
            }
        var texts: [String] = []
        for element in elements {
            let rows = element.rows.map { Self.object($0, [], &generator) }.joined(separator: ", ")
            texts.append(Self.object(element.own, ["\"\(collection)\" : [\(rows)]"], &generator))
        }
        func page(_ texts: some Sequence<String>) -> String { #"{"value":["# + texts.joined(separator: ",") + "]}" }
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: return page(texts)
        case 1: return "[" + page(texts.prefix(1)) + "," + page(texts.dropFirst()) + "]"
        case 2: return "[" + texts.joined(separator: "\n,") + "]"
        default: return texts.joined(separator: "\n")
        }
    }

    private static func object(
        _ cells: [Column: String],
        _ others: [String],
        _ generator: inout SeededGenerator
    ) -> String {
        var members = others
        for (column, cell) in cells.sorted(by: { $0.key.key < $1.key.key }) {
            members.append("\"\(column.key)\":" + value(cell, &generator))
        }
        return "{" + members.shuffled(using: &generator).joined(separator: ",") + "}"
    }

    private static func value(_ cell: String, _ generator: inout SeededGenerator) -> String {
        if cell.isEmpty { return ["null", "\"\"", "\" \""].randomElement(using: &generator) ?? "null" }
        let isNumber = cell.allSatisfy { "0123456789.-".contains($0) } && !cell.dropFirst().contains("-")
        return isNumber && Bool.random(using: &generator) ? cell : JSONString.quoted(cell)
    }
}
