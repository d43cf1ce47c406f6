/// Writes the list of agents as the admin center exports it each quarter: 28 columns.
enum AgentsCSV {
    private static let titles = [
        "Name", "Supported in", "Date created", "Developer Name", "Type", "Version", "Availability", "Created by",
        "Description", "Created in", "Last updated", "Custom actions", "Title ID", "Sensitivity",
        "Can read OneDrive and Sharepoint items", "OneDrive and Sharepoint items", "Can read OneDrive files",
        "OneDrive files", "OneDrive sites", "Can read Sharepoint sites and files", "Sharepoint files",
        "Sharepoint sites", "Can extend to Graph connector", "Graph connector details",
        "Can generate images using user prompt", "Can use code interpreter", "Contains uploaded files",
        "Uploaded files",
    ]

    /// Writes the lists of all quarters.
    static func write(_ roster: Roster, to directory: String) throws(SampleError) -> FormatResult {
        var series = try ListSeries(.agentsCSV, in: directory)
        let inventory = AgentInventory(roster)
        for month in roster.months where month.endsQuarter {
            let listings = inventory.listings(inMonth: month)
            try series.write("agents-\(month.label).csv", day: month.date) { file throws(SampleError) in
                file.begin(titles)
                for (index, listing) in listings.enumerated() {
                    try file.append(
                        cells(of: listing, index),
                        identity: listing.titleID,
                        content: [listing.version, listing.availability, listing.updatedOn.text]
                    )
                }
                file.own["blocked"] = .integer(listings.count { $0.availability == "Blocked" })
            }
        }
        return series.result
    }

    private static func cells(of listing: AgentInventory.Listing, _ index: Int) -> [String] {
        let sites = index % 4 == 1 ? "https://contoso.sharepoint.com/sites/\(ResourceNames.sites[index % 14])" : ""
        let isMicrosoft = listing.type == "Microsoft"
        let values: [String: String] = [
            "Name": listing.name, "Supported in": index % 2 == 0 ? "Copilot, Teams" : "Copilot",
            "Date created": listing.createdOn.text, "Developer Name": isMicrosoft ? "Microsoft" : "Contoso, Ltd.",
            "Type": listing.type, "Version": listing.version, "Availability": listing.availability,
            "Created by": isMicrosoft ? "Microsoft" : listing.creator,
            "Description": "Answers questions about \"\(listing.name)\",\nwith sources.",
            "Created in": listing.madeIn, "Last updated": listing.updatedOn.text,
            "Custom actions": index % 3 == 0 ? "Yes" : "No", "Title ID": listing.titleID,
            "Can read Sharepoint sites and files": sites.isEmpty ? "No" : "Yes", "Sharepoint sites": sites,
            "Can read OneDrive and Sharepoint items": sites.isEmpty ? "No" : "Yes",
            "OneDrive and Sharepoint items": sites, "Can read OneDrive files": "No",
            "Can extend to Graph connector": index % 6 == 5 ? "Yes" : "No",
            "Graph connector details": index % 6 == 5 ? "ContosoTickets" : "",
            "Can generate images using user prompt": index % 5 == 0 ? "Yes" : "No", "Can use code interpreter": "No",
            "Contains uploaded files": index % 7 == 3 ? "Yes" : "No",
            "Uploaded files": index % 7 == 3 ? "Price list.xlsx; Terms, short.docx" : "",
        ]
        return titles.map { values[$0] ?? "" }
    }
}
