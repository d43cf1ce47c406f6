/// Writes the download of the directory of each month, with the titles and orders of columns that portals, older
/// portals and people with a mouse have given it.
enum MonthlyEntraUsers {
    /// Writes the lists of all months.
    static func write(_ roster: Roster, to directory: String) throws(SampleError) -> FormatResult {
        var series = try ListSeries(.monthlyEntraUsers, in: directory)
        for month in roster.months {
            let date = month.date.parts
            let columns = columns(month, seed: roster.plan.seed)
            let name = "exportUsers_\(date.year)-\(date.month)-\(date.day).csv"
            try series.write(name, day: month.date) { file throws(SampleError) in
                file.begin(columns.map(\.title))
                for entry in roster.entries(onDay: month.day) {
                    try file.append(
                        columns.map { $0.cell(entry) },
                        identity: entry.objectID.text,
                        content: entry.comparedContent
                    )
                }
            }
        }
        return series.result
    }

    /// Whatever the form, the columns that lists are compared by are there.
    private static func columns(_ month: SnapshotMonth, seed: TenantSeed) -> [DirectoryColumn] {
        var random = seed.random(for: .inventory, UInt64(month.index))
        switch month.index % 4 {
        case 0: return DirectoryColumn.entra
        case 1: return random.shuffled(DirectoryColumn.entra)
        case 2: return DirectoryColumn.entra.map { column in column.titled(older[column.title] ?? column.title) }
        default: return displayed.map { DirectoryColumn.entra($0.of).titled($0.title) }
        }
    }

    /// Titles that were others in older portals.
    private static let older = [
        "id": "objectId", "officeLocation": "physicalDeliveryOfficeName", "mobilePhone": "mobile",
    ]

    /// Titles as a portal shows them.
    private static let displayed: [(title: String, of: String)] = [
        ("Display name", "displayName"), ("User principal name", "userPrincipalName"), ("User type", "userType"),
        ("Object Id", "id"), ("Account enabled", "accountEnabled"), ("Department", "department"),
        ("Job title", "jobTitle"), ("Company name", "companyName"), ("Office location", "officeLocation"),
        ("City", "city"), ("Country", "country"), ("Usage location", "usageLocation"), ("Mail", "mail"),
        ("Created date time", "createdDateTime"),
    ]
}
