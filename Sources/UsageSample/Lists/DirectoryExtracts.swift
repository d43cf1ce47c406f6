/// Writes downloads of the directory on the last day with fewer columns than a whole one.
enum DirectoryExtracts {
    private static let documented = [
        "userPrincipalName", "displayName", "surname", "mail", "givenName", "objectId", "userType", "jobTitle",
        "department", "accountEnabled", "usageLocation", "streetAddress", "state", "country",
        "physicalDeliveryOfficeName", "city", "postalCode", "telephoneNumber", "mobile", "authenticationPhoneNumber",
        "authenticationAlternativePhoneNumber", "authenticationEmail", "alternateEmailAddress", "ageGroup",
        "consentProvidedForMinor", "legalAgeGroupClassification",
    ]

    /// Writes each extract; loads of one know nothing of the others.
    static func write(_ roster: Roster, to directory: String) throws(SampleError) -> FormatResult {
        var result = FormatResult(.directoryExtracts)
        let usual = ["objectId": "id", "physicalDeliveryOfficeName": "officeLocation", "mobile": "mobilePhone"]
        let department = DirectoryColumn.entra("department").titled("Department")
        let extracts: [(String, [DirectoryColumn])] = [
            ("upn-department.csv", [.entra("userPrincipalName").titled("UserPrincipalName"), department]),
            ("objectid-department.csv", [department, .entra("id").titled("ObjectId")]),
            ("documented.csv", documented.map { DirectoryColumn.entra(usual[$0] ?? $0).titled($0) }),
        ]
        guard let month = roster.months.last else { return result }
        for (name, columns) in extracts {
            var series = try ListSeries(.directoryExtracts, in: directory)
            try series.write(name, day: month.date) { file throws(SampleError) in
                file.begin(columns.map(\.title))
                for entry in roster.entries(onDay: month.day) {
                    try file.append(columns.map { $0.cell(entry) }, identity: entry.objectID.text, content: [])
                }
            }
            result.files += series.result.files
            result.routes.merge(series.result.routes) { first, _ in first }
        }
        return result
    }
}
