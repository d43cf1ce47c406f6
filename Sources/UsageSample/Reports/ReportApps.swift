/// Some of the apps that Microsoft's reports tell of, one bit each.
struct ReportApps: Sendable {
    private var bits: UInt16 = 0

    /// Whether an app is among them.
    func contains(_ app: ReportApp) -> Bool {
        bits & 1 << UInt16(app.rawValue) != 0
    }

    /// Adds an app.
    mutating func insert(_ app: ReportApp) {
        bits |= 1 << UInt16(app.rawValue)
    }

    /// Adds other apps.
    mutating func formUnion(_ others: ReportApps) {
        bits |= others.bits
    }

    /// The raw values of the apps, in order.
    func forEachNumber(_ body: (Int) -> Void) {
        var rest = bits
        while rest != 0 {
            body(rest.trailingZeroBitCount)
            rest &= rest - 1
        }
    }

    /// No app.
    init() {}

    /// The apps that a turn counts for.
    init(of interaction: Interaction) {
        insert(.any)
        var host = ""
        if case .text(let name) = interaction.appHost { host = name.lowercased() }
        let isOnTheWeb = host == "edge" || host == "bing"
        switch interaction.product {
        case "Teams": insert(.teams)
        case "Word": insert(.word)
        case "Excel": insert(.excel)
        case "PowerPoint": insert(.powerPoint)
        case "Outlook": insert(.outlook)
        case "OneNote": insert(.oneNote)
        case "Loop": insert(.loop)
        case "Copilot Chat":
            insert(.chat)
            insert(isOnTheWeb ? .chatWeb : .chatWork)
        default: break
        }
        if host == "edge" { insert(.edge) }
        if host == "m365app" || host == "office" { insert(.microsoft365) }
        if interaction.plan.agent != nil { insert(.agent) }
    }
}
