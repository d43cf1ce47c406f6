import UsageFormats

/// What the first page or element of a JSON text shows of a report.
struct ReportOutline {
    /// How the elements lie in the text.
    let layout: JSONElementReader.Layout
    /// Whether it is an answer that tells of an error.
    let isError: Bool
    /// What it is recognised as; nil when it is none of a Copilot usage report.
    let format: ReportFormat?

    init(_ outline: JSONOutline) {
        let first = outline.root.firstElement ?? outline.root
        isError = first.member("error") != nil
        if case .array(let element)? = first.member("value") {
            layout = .pages
            format = element.map(Self.format(of:)) ?? Self.format(ofEmpty: first)
        } else {
            layout = .elements
            format = Self.format(of: first)
        }
    }

    private static func format(of element: JSONOutline.Value) -> ReportFormat? {
        let keys = element.keys
        if ReportKind.summary.collectionKey(among: keys) != nil { return .graphUserSummary }
        if ReportKind.trend.collectionKey(among: keys) != nil { return .graphUserTrend }
        let columns = ReportColumns(header: keys)
        if columns.tellsDay, columns.fits(.graphUserDetail),
            let key = ReportKind.userDetail.collectionKey(among: keys), key.lowercased().contains("copilot")
        {
            return .graphUserDetail
        }
        return columns.tellsDay ? columns.format : nil
    }

    /// A page without elements is known by the function that answered, where its addresses name it.
    private static func format(ofEmpty page: JSONOutline.Value) -> ReportFormat? {
        let addresses = ["@odata.context", "@odata.nextLink"].compactMap { page.member($0)?.text?.lowercased() }
        func isNamed(_ function: String) -> Bool { addresses.contains { $0.contains(function) } }
        if isNamed("copilotusageuserdetail") { return .graphUserDetail }
        if isNamed("copilotusercountsummary") { return .graphUserSummary }
        return isNamed("copilotusercounttrend") ? .graphUserTrend : nil
    }
}

extension ReportKind {
    /// How the key of the collection ends that holds the rows of an element.
    private var collectionSuffix: String {
        switch self {
        case .userDetail: "byperiod"
        case .summary: "adoptionbyproduct"
        case .trend: "adoptionbydate"
        }
    }

    /// The first of the keys that names the collection with the rows of an element.
    func collectionKey(among keys: [String]) -> String? { keys.first(where: isCollection) }

    /// Whether a key names the collection with the rows of an element.
    func isCollection(_ key: String) -> Bool { key.lowercased().hasSuffix(collectionSuffix) }
}
