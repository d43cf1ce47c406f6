import UsageFormats

/// What the columns of a report's header mean.
struct ReportColumns: Sendable, Hashable {
    /// The titles as written, trimmed.
    let titles: [String]
    /// The titles as they are compared.
    let keys: [String]
    /// What each column means; nil when that is not known.
    private(set) var fields: [ReportField?]

    init(header: [String]) {
        titles = header.map(TextFolding.trimmed)
        keys = titles.map { FoldedTitle($0).key }
        fields = titles.map(ReportField.init(title:))
        if let bareApps { fields = bareApps }
    }

    /// Whether rows tell the day that they speak of.
    var tellsDay: Bool { fields.contains(.refreshDate) }

    /// Whether only the second version of the reports has such columns.
    var isVersion2: Bool { fields.contains { $0?.isVersion2Only == true } }

    /// What the header is recognised as; nil when it is none of a Copilot usage report.
    var format: ReportFormat? {
        guard !keys.contains("auditdata") else { return nil }
        if fields.contains(.userName) {
            guard tellsActivityInCopilot else { return nil }
            if tellsDay { return .graphUserDetail }
            return activityApps.count > 1 ? .adminUsageCSV : nil
        }
        guard tellsDay, tells(.enabledUsers), tells(.activeUsers) else { return nil }
        return fields.contains(.reportDate) ? .graphUserTrend : .graphUserSummary
    }

    /// Whether rows can be read as ones of a format when somebody says that they are.
    func fits(_ format: ReportFormat) -> Bool {
        switch format {
        case .graphUserDetail, .adminUsageCSV: fields.contains(.userName)
        case .graphUserSummary: tellsCounts
        case .graphUserTrend: tellsCounts && fields.contains(.reportDate)
        }
    }

    /// Whether there are counts of users or prompts, and no users.
    private var tellsCounts: Bool {
        !fields.contains(.userName) && (tells(.enabledUsers) || tells(.activeUsers) || tells(.prompts))
    }

    private func tells(_ measure: ReportMeasure) -> Bool {
        fields.contains { if case .measure(measure, _)? = $0 { true } else { false } }
    }

    private var activityApps: Set<ReportApp> {
        Set(fields.compactMap { if case .measure(.lastActivity, let app)? = $0 { app } else { nil } })
    }

    /// Whether days of activity are ones in Copilot; other reports have columns such as `Teams Last Activity Date`.
    private var tellsActivityInCopilot: Bool {
        zip(keys, fields).contains { key, field in
            guard case .measure(.lastActivity, let app)? = field else { return false }
            return key.contains("copilot") || key == FoldedTitle(app.name).key
        }
    }

    /// The columns of the admin center's first table, where days of activity have apps as titles: `Teams`, `Word`.
    private var bareApps: [ReportField?]? {
        var result = fields
        var count = 0
        for (index, field) in fields.enumerated() {
            switch field {
            case .userName, .displayName: continue
            case .measure(.lastActivity, let app) where app.name == ReportApp.anyApp: continue
            case nil:
                guard let app = ReportApp(key: keys[index]), app.name != ReportApp.anyApp else { return nil }
                result[index] = .measure(.lastActivity, app)
                count += 1
            default: return nil
            }
        }
        return count > 2 && tells(.lastActivity) && fields.contains(.userName) ? result : nil
    }
}
