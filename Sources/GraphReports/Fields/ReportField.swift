/// What a column or property of a report means.
enum ReportField: Sendable, Hashable {
    case refreshDate
    case period
    case reportDate
    case userName
    case displayName
    case measure(ReportMeasure, ReportApp)

    /// The meaning of a title or property in any of its spellings; nil when it has none.
    init?(title: String) {
        let folded = FoldedTitle(title)
        if let field = Self.fields[folded.key] {
            self = field
            return
        }
        for form in Self.measureForms {
            guard let app = form.app(of: folded) else { continue }
            self = .measure(form.measure, app)
            return
        }
        return nil
    }

    /// Whether a report of some kind has such a column.
    func belongs(to kind: ReportKind) -> Bool {
        switch self {
        case .refreshDate, .period: true
        case .reportDate: kind == .trend
        case .userName, .displayName: kind == .userDetail
        case .measure(let measure, _): measure.belongs(to: kind)
        }
    }

    /// Whether only the second version of the reports has such a column.
    var isVersion2Only: Bool {
        guard case .measure(let measure, let app) = self else { return false }
        return measure.isVersion2Only || app.isVersion2Only
    }

    private static let fields: [String: ReportField] = [
        "reportrefreshdate": .refreshDate,
        "reportperiod": .period,
        "reportdate": .reportDate,
        "userprincipalname": .userName, "upn": .userName, "username": .userName,
        "displayname": .displayName,
    ]

    /// How a title tells a measure of an app.
    private struct MeasureForm {
        let measure: ReportMeasure
        var prefix = ""
        var suffix = ""
        /// Whether what is left names an app for sure; else it must be a known one.
        var isOpen = true

        func app(of title: FoldedTitle) -> ReportApp? {
            guard title.key.hasPrefix(prefix), title.key.hasSuffix(suffix),
                title.key.count >= prefix.count + suffix.count
            else { return nil }
            if let app = ReportApp(key: String(title.key.dropFirst(prefix.count).dropLast(suffix.count))) { return app }
            guard isOpen else { return nil }
            var words = ReportApp.words(title.text(droppingFirst: prefix.count, last: suffix.count))
            // The user report says `Word Copilot` where the others say `Word`.
            if measure == .lastActivity, words.count > 1, words.last?.lowercased() == "copilot" { words.removeLast() }
            return ReportApp(unknown: words)
        }
    }

    /// In the order in which they are tried; nothing where the app should be means any app.
    private static let measureForms: [MeasureForm] =
        ["utcuniversaltimecode", "utc", ""].flatMap { zone in
            [
                MeasureForm(measure: .lastActivity, suffix: "lastactivitydate" + zone),
                MeasureForm(measure: .lastActivity, prefix: "lastactivitydateof", suffix: zone),
                MeasureForm(measure: .lastActivity, prefix: "lastactivityof", suffix: zone),
            ]
        } + [
            MeasureForm(measure: .enabledUsers, suffix: "enabledusers"),
            MeasureForm(measure: .activeUsers, suffix: "activeusers"),
            MeasureForm(measure: .averagePrompts, prefix: "averagepromptssubmitted", isOpen: false),
            MeasureForm(measure: .prompts, prefix: "totalpromptssubmitted", isOpen: false),
            MeasureForm(measure: .prompts, prefix: "promptssubmittedfor"),
            MeasureForm(measure: .prompts, prefix: "promptssubmitted", isOpen: false),
            MeasureForm(measure: .prompts, suffix: "promptssubmitted"),
            MeasureForm(measure: .activeDays, prefix: "activeusagedaysfor"),
            MeasureForm(measure: .activeDays, prefix: "activeusagedays", isOpen: false),
            MeasureForm(measure: .activeDays, prefix: "activedays", isOpen: false),
        ]
}

/// What a report tells of an app.
enum ReportMeasure: Sendable, Hashable {
    case lastActivity, activeDays, prompts, averagePrompts, enabledUsers, activeUsers

    /// Whether a report of some kind tells it.
    func belongs(to kind: ReportKind) -> Bool {
        switch self {
        case .lastActivity, .activeDays: kind == .userDetail
        case .averagePrompts, .enabledUsers, .activeUsers: kind != .userDetail
        case .prompts: true
        }
    }

    /// Whether only the second version of the reports tells it.
    var isVersion2Only: Bool {
        switch self {
        case .activeDays, .prompts, .averagePrompts: true
        case .lastActivity, .enabledUsers, .activeUsers: false
        }
    }
}
