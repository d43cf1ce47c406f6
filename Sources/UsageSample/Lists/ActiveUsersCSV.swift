/// Writes the active users as the admin center exports them each quarter, with licences joined by plus signs.
enum ActiveUsersCSV {
    private static let titles = [
        "Block credential", "City", "Country", "Department", "DirSyncEnabled", "Display name", "Fax", "First name",
        "Last dirsync time", "Last name", "Last password change time stamp", "License assignment details", "Licenses",
        "Mobile Phone", "Oath token metadata", "Object Id", "Office", "Password never expires", "Phone number",
        "Postal code", "Preferred data location", "Preferred language", "Proxy addresses", "Release track",
        "Soft deletion time stamp", "State", "Street address", "Strong password required", "Title", "Usage location",
        "User principal name", "When created",
    ]

    /// Writes the lists of all quarters; guests have a list of their own.
    static func write(_ roster: Roster, to directory: String) throws(SampleError) -> FormatResult {
        var series = try ListSeries(.activeUsersCSV, in: directory)
        for month in roster.months where month.endsQuarter {
            try series.write("active-users-\(month.label).csv", day: month.date) { file throws(SampleError) in
                file.begin(titles)
                var holders = 0
                for entry in roster.entries(onDay: month.day) where !entry.isGuest {
                    if entry.holdsCopilot { holders += 1 }
                    try file.append(
                        cells(of: entry),
                        identity: entry.objectID.text,
                        content: [
                            entry.displayName, entry.departmentName, entry.jobTitle, String(entry.isEnabled),
                            entry.office?.name ?? "", entry.holdsCopilot ? "licensed" : "",
                        ]
                    )
                }
                file.own["licence_holders"] = .integer(holders)
            }
        }
        return series.result
    }

    private static func cells(of entry: DirectoryEntry) -> [String] {
        let office = entry.office
        let values: [String: String] = [
            "Block credential": entry.isEnabled ? "False" : "True", "City": office?.city ?? "",
            "Country": office?.country ?? "", "Department": entry.department, "DirSyncEnabled": "True",
            "Display name": entry.displayName, "First name": entry.givenName, "Last name": entry.surname,
            "Licenses": entry.products.isEmpty ? "Unlicensed" : entry.products.map(\.title).joined(separator: "+"),
            "Object Id": entry.objectID.text, "Office": office?.name ?? "", "Password never expires": "False",
            "Postal code": office?.postalCode ?? "", "Proxy addresses": "SMTP:\(entry.mail)",
            "State": office?.state ?? "", "Street address": office?.street ?? "", "Strong password required": "True",
            "Title": entry.jobTitle, "Usage location": office?.usageLocation ?? "",
            "User principal name": entry.principalName, "When created": created(entry),
        ]
        return titles.map { values[$0] ?? "" }
    }

    private static func created(_ entry: DirectoryEntry) -> String {
        var buffer = ByteBuffer(capacity: 20)
        buffer.append(instant: entry.createdAt)
        return buffer.text.replacing("T", with: " ") + "Z"
    }
}
