/// Writes the pages of `/users` of each month: chosen attributes, licences, plans and the manager.
enum GraphUsersJSON {
    private static let root = "https://graph.microsoft.com/v1.0/"
    private static let attributes =
        "id,userPrincipalName,displayName,givenName,surname,mail,department,jobTitle,companyName,officeLocation,city,"
        + "country,usageLocation,accountEnabled,userType,createdDateTime,assignedLicenses,assignedPlans"

    /// Writes the pages of all months; a page holds at most 999 users, and each download has at least two.
    static func write(_ roster: Roster, to directory: String) throws(SampleError) -> FormatResult {
        var series = try ListSeries(.graphUsers, in: directory)
        let size = min(999, max(2, roster.plan.options.users * 2 / 5))
        for month in roster.months {
            try series.writePages(month.label, day: month.date) { folder, tally throws(SampleError) in
                let address = PageWriter.Address(
                    context: "\(root)$metadata#users(\(attributes),manager(id,userPrincipalName))",
                    next:
                        "\(root)users?$select=\(attributes)&$expand=manager($select=id,userPrincipalName)&$top=\(size)&"
                )
                let pages = try PageWriter(.files(size: size), folder, in: directory, address)
                for entry in roster.entries(onDay: month.day) {
                    var user = GraphUser(entry: entry, roster: roster, day: month.day)
                    user.append(to: &pages.element)
                    try pages.append()
                    tally.add(entry.objectID.text, entry.comparedContent + user.comparedContent)
                }
                return try pages.finish()
            }
        }
        return series.result
    }
}

/// A user as Graph tells of one.
private struct GraphUser {
    let entry: DirectoryEntry
    let roster: Roster
    let day: Int

    /// What lists are compared by beside what every directory has.
    var comparedContent: [String] {
        [managerID ?? "", entry.holdsCopilot ? "licensed" : ""]
    }

    private var managerID: String? {
        switch entry.manager {
        case .person(let number): roster.plan.population.people[number].objectID.text
        case .outside: roster.managers.outsideID.text
        case nil: nil
        }
    }

    private var managerName: String {
        guard case .person(let number) = entry.manager else { return ManagerTree.outsideName }
        return roster.plan.population.people[number].principalName(onDay: day)
    }

    mutating func append(to json: inout ByteBuffer) {
        json.openObject()
        let office = entry.office
        let texts: [(String, String?)] = [
            ("id", entry.objectID.text), ("userPrincipalName", entry.principalName), ("displayName", entry.displayName),
            ("givenName", entry.givenName), ("surname", entry.surname), ("mail", entry.mail),
            ("department", entry.department), ("jobTitle", entry.jobTitle), ("companyName", entry.companyName),
            ("officeLocation", office?.name), ("city", office?.city), ("country", office?.country),
            ("usageLocation", office?.usageLocation),
        ]
        for (key, text) in texts {
            json.key(text: key)
            // What nobody ever entered is null.
            if let text, !text.isEmpty { json.value(text, JSONStyle()) } else { json.raw("null") }
        }
        json.key("accountEnabled")
        json.value(entry.isEnabled)
        json.key("userType")
        json.value(entry.isGuest ? "Guest" : "Member", JSONStyle())
        json.key("createdDateTime")
        appendInstant(entry.createdAt, to: &json)
        appendLicences(to: &json)
        appendPlans(to: &json)
        // Graph leaves the manager out when there is none.
        if let managerID {
            json.key("manager")
            JSONNode.members([
                ("@odata.type", "#microsoft.graph.user"), ("id", .text(managerID)),
                ("userPrincipalName", .text(managerName)),
            ]).append(to: &json)
        }
        json.closeObject()
    }

    private func appendLicences(to json: inout ByteBuffer) {
        json.key("assignedLicenses")
        json.openArray()
        for product in entry.products {
            let isLimited = (entry.person?.number ?? 0) % 11 == 3 && product.plans.count > 1
            JSONNode.members([
                ("disabledPlans", .array(isLimited ? [.text(product.plans[1].id)] : [])), ("skuId", .text(product.id)),
            ]).append(to: &json)
        }
        json.closeArray()
    }

    private func appendPlans(to json: inout ByteBuffer) {
        json.key("assignedPlans")
        json.openArray()
        for product in entry.products where product.id != LicenceProduct.copilot.id {
            appendPlans(of: product, assigned: CivilDay(number: entry.createdAt / 86_400), "Enabled", to: &json)
        }
        if let since = entry.copilotSince {
            appendPlans(of: .copilot, assigned: since, "Enabled", to: &json)
        } else if let until = entry.copilotUntil {
            // A licence that was taken away leaves its plans behind.
            appendPlans(of: .copilot, assigned: until, "Deleted", to: &json)
        }
        json.closeArray()
    }

    private func appendPlans(
        of product: LicenceProduct,
        assigned day: CivilDay,
        _ status: String,
        to json: inout ByteBuffer
    ) {
        for plan in product.plans {
            json.openObject()
            json.key("assignedDateTime")
            appendInstant(day.number * 86_400 + 33_000, to: &json)
            json.key("capabilityStatus")
            json.value(status, JSONStyle())
            json.key("service")
            json.value(product.partNumber.hasPrefix("SPE") ? "exchange" : "MicrosoftOffice", JSONStyle())
            json.key("servicePlanId")
            json.value(plan.id, JSONStyle())
            json.closeObject()
        }
    }

    private func appendInstant(_ instant: Int, to json: inout ByteBuffer) {
        var time = ByteBuffer(capacity: 20)
        time.append(instant: instant)
        time.append("Z")
        json.value(time.text, JSONStyle())
    }
}
