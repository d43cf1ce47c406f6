/// Writes what the tenant bought: `/subscribedSkus` of each month, and `licenseDetails` of one person.
enum LicenceProductsJSON {
    /// Writes the products of all months.
    static func writeSubscribed(_ roster: Roster, to directory: String) throws(SampleError) -> FormatResult {
        var result = FormatResult(.subscribedSkus)
        let folder = SampleFormat.subscribedSkus.folder ?? ""
        try OutputFile.makeDirectory("\(directory)/\(folder)")
        for month in roster.months {
            let file = try RouteFile("\(folder)/subscribedSkus-\(month.label).json", in: directory)
            let seats = roster.seats(inMonth: month)
            let products = LicenceProduct.all.map { product in node(of: product, roster, seats, onDay: month.day) }
            let answer = JSONNode.members([
                ("@odata.context", "https://graph.microsoft.com/v1.0/$metadata#subscribedSkus"),
                ("value", .array(products)),
            ])
            answer.append(to: &file.output)
            file.output.append("\n")
            let written = try file.finish()
            result.files.append(written)
            result.routes[written.name] = .object([
                "day": .text(month.date.text), "read": .integer(products.count), "rejected": .integer(0),
                "purchased_seats": .integer(seats.purchased),
            ])
        }
        return result
    }

    /// Writes the licences that a steady holder of Microsoft 365 Copilot has on the last day.
    static func writeDetails(_ roster: Roster, to directory: String) throws(SampleError) -> FormatResult {
        var result = FormatResult(.licenseDetails)
        guard let month = roster.months.last else { return result }
        let entries = roster.licenceHolders(onDay: month.day).lazy.compactMap {
            roster.entry(of: $0.number, onDay: month.day)
        }
        let file = try RouteFile("licenseDetails.json", in: directory)
        let entry = entries.first ?? roster.entries(onDay: month.day).first { _ in true }
        let id = entry?.objectID.text ?? ""
        let products = entry?.products ?? []
        let details = products.map { product -> JSONNode in
            [
                "id": .text("\(id.prefix(8))_\(product.id)"),
                "skuId": .text(product.id), "skuPartNumber": .text(product.partNumber),
                "servicePlans": .array(product.plans.map { plan(of: $0) }),
            ]
        }
        let answer: JSONNode = [
            "@odata.context": .text("https://graph.microsoft.com/v1.0/$metadata#users('\(id)')/licenseDetails"),
            "value": .array(details),
        ]
        answer.append(to: &file.output)
        file.output.append("\n")
        result.files = [try file.finish()]
        result.routes["licenseDetails.json"] = .object([
            "day": .text(month.date.text), "read": .integer(details.count), "rejected": .integer(0),
            "object_id": .text(id), "holds_copilot": .flag(entry?.holdsCopilot ?? false),
        ])
        return result
    }

    private static func node(
        of product: LicenceProduct,
        _ roster: Roster,
        _ seats: Roster.Seats,
        onDay day: Int
    ) -> JSONNode {
        let isCopilot = product.id == LicenceProduct.copilot.id
        let used = isCopilot ? seats.used : roster.holders(of: product, onDay: day)
        let bought = isCopilot ? seats.purchased : used + 25
        let organization = roster.plan.organization.text
        return [
            "accountId": .text(organization), "accountName": "Contoso", "appliesTo": "User",
            "capabilityStatus": "Enabled", "consumedUnits": .init(integerLiteral: used),
            "id": .text("\(organization)_\(product.id)"), "skuId": .text(product.id),
            "skuPartNumber": .text(product.partNumber), "subscriptionIds": [],
            "prepaidUnits": [
                "enabled": .init(integerLiteral: bought), "suspended": 0,
                "warning": .init(integerLiteral: isCopilot ? seats.warned : 0), "lockedOut": 0,
            ],
            "servicePlans": .array(product.plans.map { plan(of: $0) }),
        ]
    }

    private static func plan(of plan: LicenceProduct.Plan) -> JSONNode {
        [
            "servicePlanId": .text(plan.id), "servicePlanName": .text(plan.name), "provisioningStatus": "Success",
            "appliesTo": "User",
        ]
    }
}

extension Roster {
    /// Seats of Microsoft 365 Copilot.
    struct Seats: Sendable {
        /// Seats that people hold.
        var used: Int
        /// Seats that are paid for.
        var purchased: Int
        /// Seats that run out.
        var warned = 0
    }

    /// The seats of a month: enough and a few more, apart from the third month, when some ran out.
    func seats(inMonth month: SnapshotMonth) -> Seats {
        let used = licenceHolders(onDay: month.day).count
        guard month.index != 2 || used < 3 else { return Seats(used: used, purchased: used - 2, warned: 2) }
        return Seats(used: used, purchased: (used / 10 + 1 + month.index / 3) * 10)
    }

    /// How many accounts in the directory hold a product on a day.
    func holders(of product: LicenceProduct, onDay day: Int) -> Int {
        entries(onDay: day).reduce(0) { count, entry in
            count + (entry.products.contains { $0.id == product.id } ? 1 : 0)
        }
    }
}
