/// Writes the list of licence holders of each month, without a licence column and without a day.
enum MonthlyLicensedUsers {
    private static let titles = [
        ["Username", "Display name", "Email"], ["User name", "Display name", "Email"],
        ["Email", "Username", "Display name"],
    ]

    /// Writes the lists of all months.
    static func write(_ roster: Roster, to directory: String) throws(SampleError) -> FormatResult {
        var series = try ListSeries(.monthlyLicensedUsers, in: directory)
        for month in roster.months {
            try series.write("licensed-users-\(month.label).csv", day: month.date) { file throws(SampleError) in
                let form = month.index % titles.count
                let isFiltered = month.index == roster.filteredMonth
                file.begin(titles[form])
                for person in roster.licenceHolders(onDay: month.day) where !isFiltered || Roster.passesFilter(person) {
                    let name = person.principalName(onDay: month.day)
                    let cells = [name, displayName(of: person, onDay: month.day), person.mail(onDay: month.day)]
                    try file.append(
                        form == 2 ? [cells[2], cells[0], cells[1]] : cells,
                        identity: name,
                        content: [cells[1], cells[2]]
                    )
                }
                file.own["is_filtered"] = .flag(isFiltered)
                file.own["is_without_licence_column"] = .flag(true)
            }
        }
        return series.result
    }

    /// Some names are turned around, as in the list of all months.
    private static func displayName(of person: Person, onDay day: Int) -> String {
        person.number % 9 == 0
            ? "\(person.surname(onDay: day)), \(person.givenName)" : person.displayName(onDay: day)
    }
}

extension Roster {
    /// The month whose licence lists were filtered before they were exported; nil in a short period.
    var filteredMonth: Int? { months.count >= 3 ? months.count / 2 : nil }

    /// Whether a person is in the lists of the filtered month: one in five.
    static func passesFilter(_ person: Person) -> Bool { person.number % 5 == 0 }
}
