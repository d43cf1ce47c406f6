/// An app that reports tell of.
///
/// Known apps have one name for all their spellings. The name of any other app is made of the words of its title or
/// property, so that `Some New App Enabled Users` and `someNewAppEnabledUsers` give the same one.
struct ReportApp: Sendable, Hashable, Comparable {
    let name: String

    /// Whether only the second version of the reports has the app.
    let isVersion2Only: Bool

    /// Where the app stands in a row: known apps in their order, then all others.
    private let rank: Int

    static let anyApp = "Any app"

    /// The app behind a key; nil when it is not known.
    init?(key: String) {
        let suffix = "copilot"
        guard
            let known = Self.known[key]
                ?? (key.hasSuffix(suffix) ? Self.known[String(key.dropLast(suffix.count))] : nil)
        else { return nil }
        self = known
    }

    /// An app that is not known, by the words of its title.
    init(unknown words: [String]) {
        name = words.map { $0.prefix(1).uppercased() + $0.dropFirst().lowercased() }.joined(separator: " ")
        isVersion2Only = false
        rank = .max
    }

    private init(name: String, isVersion2Only: Bool, rank: Int) {
        self.name = name
        self.isVersion2Only = isVersion2Only
        self.rank = rank
    }

    static func < (left: ReportApp, right: ReportApp) -> Bool {
        left.rank == right.rank ? left.name < right.name : left.rank < right.rank
    }

    /// The words of a title or property: `someNewApp` has three.
    ///
    /// A word ends before a capital that follows no capital, before the last of several capitals, and before digits.
    static func words(_ title: String) -> [String] {
        let letters = Array(title)
        var words: [String] = []
        var word = ""
        for (index, letter) in letters.enumerated() {
            let isPart = letter.isLetter || letter.isNumber
            if let last = word.last, !isPart || beginsWord(letter, after: last, before: letters[(index + 1)...].first) {
                words.append(word)
                word = ""
            }
            if isPart { word.append(letter) }
        }
        return word.isEmpty ? words : words + [word]
    }

    private static func beginsWord(_ letter: Character, after last: Character, before next: Character?) -> Bool {
        if letter.isNumber { return !last.isNumber }
        return letter.isUppercase && (!last.isUppercase || next?.isLowercase == true)
    }

    /// Each app with the keys that stand for it; all may be followed by `copilot`.
    private static let spellings: [(name: String, keys: [String])] = [
        (anyApp, ["", "anyapp", "allapps"]),
        ("Teams", ["teams", "microsoftteams"]),
        ("Word", ["word"]),
        ("PowerPoint", ["powerpoint"]),
        ("Outlook", ["outlook"]),
        ("Excel", ["excel"]),
        ("OneNote", ["onenote"]),
        ("Loop", ["loop"]),
        ("Copilot Chat", ["copilotchat"]),
        ("Copilot Chat (work)", ["copilotchatwork"]),
        ("Copilot Chat (web)", ["copilotchatweb"]),
        ("Edge", ["edge", "microsoftedge"]),
        ("Microsoft 365 Copilot", ["microsoft365copilot", "microsoft365copilotapp", "microsoft365app"]),
        ("Copilot Agent", ["copilotagent", "agent", "anyagent"]),
        // Not in any report yet; here because their names are not made of the words of their properties.
        ("OneDrive", ["onedrive"]),
        ("SharePoint", ["sharepoint"]),
    ]

    private static let version2Names: Set<String> = [
        "Copilot Chat (work)", "Copilot Chat (web)", "Edge", "Microsoft 365 Copilot", "Copilot Agent",
    ]

    private static let known: [String: ReportApp] = {
        var known: [String: ReportApp] = [:]
        for (rank, app) in spellings.enumerated() {
            let isVersion2Only = version2Names.contains(app.name)
            for key in app.keys { known[key] = ReportApp(name: app.name, isVersion2Only: isVersion2Only, rank: rank) }
        }
        return known
    }()
}
