/// The resources of the synthetic tenant: any number of them, each made from its number alone.
struct ResourceCatalog: Sendable {
    /// The seed that the resources are made from.
    let seed: TenantSeed

    private static let kinds = WeightedTable<Kind>([
        (.document, 56), (.personalDocument, 11), (.mail, 11), (.teamsMessage, 8), (.webPage, 8), (.link, 2),
        (.person, 2), (.connectorItem, 2),
    ])
    private static let fileTypes = WeightedTable<String>([
        ("docx", 34), ("xlsx", 20), ("pptx", 18), ("pdf", 16), ("aspx", 8), ("csv", 2), ("md", 1), ("loop", 1),
    ])

    private enum Kind: Sendable {
        case document, personalDocument, mail, teamsMessage, webPage, link, person, connectorItem
    }

    /// The resource with a number.
    func resource(_ number: Int) -> Resource {
        // Now and then a document was renamed: same item, another name, so another row.
        let isRenamed = number % 40 == 39
        var random = seed.random(for: .resource, UInt64(isRenamed ? number - 1 : number))
        var resource = resource(number, isRenamed ? .document : ResourceCatalog.kinds.draw(&random), &random)
        if isRenamed, let name = resource.name { resource.name = "\(name) (\(number))" }
        return resource
    }

    private func resource(_ number: Int, _ kind: Kind, _ random: inout RandomSource) -> Resource {
        let guid = SampleGUID(high: random.next(), low: random.next())
        let title = ResourceNames.title(number, &random)
        var resource = Resource(number: number)
        switch kind {
        case .document, .personalDocument:
            let type = ResourceCatalog.fileTypes.draw(&random)
            let folder =
                kind == .document
                ? "https://contoso.sharepoint.com/sites/\(random.pick(ResourceNames.sites))/Shared Documents/"
                : "https://contoso-my.sharepoint.com/personal/\(random.pick(ResourceNames.owners))/Documents/"
            resource.name = "\(title).\(type)"
            resource.id = "01" + ResourceNames.base32(guid, count: 32)
            resource.listItemUniqueID = random.chance(0.32) ? guid.text : nil
            resource.siteURL = ResourceNames.encoded("\(folder)\(random.pick(ResourceNames.folders))\(title).\(type)")
            resource.type = type
        case .mail:
            resource.id = "AAMkAD" + ResourceNames.base32(guid, count: 34)
            resource.name = title
            let item = "AAMkAD\(guid.digits)"
            resource.siteURL = "https://outlook.office365.com/owa/?ItemID=\(item)&exvsurl=1"
            resource.type = "EmailMessage"
        case .teamsMessage:
            resource.id = String(1_700_000_000_000 + number)
            let thread = "19:\(guid.digits)@thread.v2"
            resource.siteURL = "https://teams.microsoft.com/l/message/\(thread)/\(1_700_000_000_000 + number)"
            resource.type = "TeamsMessage"
        case .webPage:
            resource.name = title
            resource.siteURL = "https://www.tailspintoys.com/\(ResourceNames.encoded(title))/\(number)"
            resource.type = "WebPage"
        case .link:
            resource.id = "https://contoso.sharepoint.com/:w:/s/\(random.pick(ResourceNames.sites))/E\(guid.digits)"
            resource.type = "http://schema.skype.com/HyperLink"
        case .person:
            resource.id = guid.text
            resource.name = random.pick(PersonNames.given) + " " + random.pick(PersonNames.surnames)
            resource.type = "PeopleInferenceAnswer"
        case .connectorItem:
            resource.id = "ContosoTickets,\(number)"
            resource.siteURL = "https://tickets.contoso.com/browse/CT-\(number)"
            resource.name = "CT-\(number): \(title)"
            resource.type = "External"
        }
        return resource
    }
}
