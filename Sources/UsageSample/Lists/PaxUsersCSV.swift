/// Writes the users as the Purview Audit Log Processor exports them each quarter: 47 columns, the manager in five of
/// them, the part numbers of licences joined by semicolons, and whether Microsoft 365 Copilot is among them.
enum PaxUsersCSV {
    private static let titles = [
        "userPrincipalName", "displayName", "id", "mail", "givenName", "surname", "jobTitle", "department",
        "employeeType", "employeeId", "employeeHireDate", "officeLocation", "city", "state", "country", "postalCode",
        "companyName", "employeeOrgData_division", "employeeOrgData_costCenter", "accountEnabled", "userType",
        "createdDateTime", "usageLocation", "preferredLanguage", "onPremisesSyncEnabled", "onPremisesImmutableId",
        "externalUserState", "proxyAddresses_Primary", "proxyAddresses_Count", "proxyAddresses_All", "manager_id",
        "manager_displayName", "manager_userPrincipalName", "manager_mail", "manager_jobTitle", "assignedLicenses",
        "hasLicense", "ManagerID", "BusinessAreaLabel", "CountryofEmployment", "CompanyCodeLabel", "CostCentreLabel",
        "UserName", "EffectiveDate", "FunctionType", "BusinessAreaCode", "OrgLevel_3Label",
    ]
    /// Columns that the download of the Entra admin center has too.
    private static let shared = Set(DirectoryColumn.entra.map(\.title)).subtracting(["createdDateTime"])

    /// Writes the lists of all quarters.
    static func write(_ roster: Roster, to directory: String) throws(SampleError) -> FormatResult {
        var series = try ListSeries(.paxUsersCSV, in: directory)
        for month in roster.months where month.endsQuarter {
            let name = "EntraUsers_MAClicensing_\(month.date.text.replacing("-", with: ""))_060000.csv"
            try series.write(name, day: month.date) { file throws(SampleError) in
                file.begin(titles)
                var holders = 0
                for entry in roster.entries(onDay: month.day) {
                    if entry.holdsCopilot { holders += 1 }
                    let manager = manager(of: entry, roster, onDay: month.day)
                    try file.append(
                        cells(of: entry, manager),
                        identity: entry.objectID.text,
                        content: entry.comparedContent
                            + [manager["manager_id"] ?? "", entry.holdsCopilot ? "licensed" : ""]
                    )
                }
                file.own["licence_holders"] = .integer(holders)
            }
        }
        return series.result
    }

    private static func cells(of entry: DirectoryEntry, _ manager: [String: String]) -> [String] {
        var created = ByteBuffer(capacity: 20)
        created.append(instant: entry.createdAt)
        created.append("Z")
        var values = manager
        values["createdDateTime"] = created.text
        values["proxyAddresses_Primary"] = entry.mail
        values["proxyAddresses_Count"] = "1"
        values["proxyAddresses_All"] = "SMTP:\(entry.mail)"
        values["externalUserState"] = entry.isGuest ? "Accepted" : ""
        values["assignedLicenses"] = entry.products.map(\.partNumber).joined(separator: ";")
        values["hasLicense"] = entry.holdsCopilot ? "True" : "False"
        values["CountryofEmployment"] = entry.office?.country ?? ""
        values["CompanyCodeLabel"] = entry.companyName
        values["UserName"] = entry.displayName
        return titles.map { title in
            shared.contains(title) ? DirectoryColumn.entra(title).cell(entry) : values[title] ?? ""
        }
    }

    private static func manager(of entry: DirectoryEntry, _ roster: Roster, onDay day: Int) -> [String: String] {
        switch entry.manager {
        case .person(let number):
            let person = roster.plan.population.people[number]
            return [
                "manager_id": person.objectID.text, "ManagerID": person.objectID.text,
                "manager_displayName": person.displayName(onDay: day),
                "manager_userPrincipalName": person.principalName(onDay: day),
                "manager_mail": person.mail(onDay: day),
                "manager_jobTitle": roster.histories[number].place(onDay: day).jobTitle,
            ]
        case .outside:
            let id = roster.managers.outsideID.text
            return ["manager_id": id, "ManagerID": id, "manager_userPrincipalName": ManagerTree.outsideName]
        case nil:
            return [:]
        }
    }
}
