import Testing
import UsageFormats

@testable import AuditRecords

struct ResourceKeysTests {
    private func keys(_ list: String, _ site: String, _ id: String, _ name: String) -> ResourceKeys {
        var arena = TextArena()
        var access = AuditAccess()
        access.listItemUniqueID = arena.append(list)
        access.siteURL = arena.append(site)
        access.itemID = arena.append(id)
        access.name = arena.append(name)
        return ResourceKeys(access, in: arena)
    }

    @Test func `the first non-empty of four fields is the key`() {
        #expect(keys(" List ", "https://x", "Id", "Name").resourceKey == "list")
        #expect(keys("  ", " HTTPS://X/Ä ", "Id", "Name").resourceKey == "https://x/ä")
        #expect(keys("", "", "Id", "Name").resourceKey == "id")
        #expect(keys("", "", "", "Name.docx ").resourceKey == "name.docx")
        #expect(keys("", "", "", " ").resourceKey == nil)
    }

    @Test(arguments: [
        (
            "https://contoso.sharepoint.com/sites/Sales/Docs/a.docx", "https://contoso.sharepoint.com/sites/sales",
            "sharepoint"
        ),
        ("HTTPS://Contoso.SharePoint.com/Teams/T1", "https://contoso.sharepoint.com/teams/t1", "sharepoint"),
        (
            "https://contoso-my.sharepoint.com/personal/m_contoso_com/Documents/x",
            "https://contoso-my.sharepoint.com/personal/m_contoso_com", "onedrive"
        ),
        ("https://contoso.sharepoint.com/Shared%20Documents/a", "https://contoso.sharepoint.com", "sharepoint"),
        ("https://contoso.sharepoint.com/sites", "https://contoso.sharepoint.com/sites", "sharepoint"),
        ("https://outlook.office365.com/owa/?ItemID=x", "https://outlook.office365.com", "exchange"),
        ("https://teams.microsoft.com/l/message/19:x", "https://teams.microsoft.com", "teams"),
        ("http://www.example.com?q=/sites/a", "http://www.example.com", "web"),
        ("https://example.com#top", "https://example.com", "web"),
    ])
    func `a site is a host, and two segments of known paths`(_ address: String, _ key: String, _ kind: String) {
        let keys = keys("", address, "", "")
        #expect(keys.siteKey == key)
        #expect(keys.siteKind?.rawValue == kind)
    }

    @Test(arguments: ["", "file.docx", "ftp://x/y", "https://", "https:///sites/a", "mailto:a@b"])
    func `other texts name no site`(_ address: String) {
        #expect(keys("", address, "", "").siteKey == nil)
        #expect(keys("", address, "", "").siteKind == nil)
    }
}
