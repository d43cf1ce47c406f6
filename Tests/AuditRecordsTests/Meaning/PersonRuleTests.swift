import Testing

@testable import AuditRecords

struct PersonRuleTests {
    @Test(
        arguments: zip(
            [nil, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
            [
                true, true, true, true, false, false, false, false, false, false, true, true, true,
            ]
        ) as Zip2Sequence<[Int64?], [Bool]>
    )
    func `some user types are no people`(_ userType: Int64?, _ isPerson: Bool) {
        #expect(PersonRule.isPerson(userType: userType, userID: "maria@contoso.com") == isPerson)
    }

    @Test(arguments: [
        "", "  ", "Not Available", " not available ", "__NULL__", "ServicePrincipal_11111111", "serviceprincipal_x",
        "app@sharepoint", "APP@SharePoint", #"SHAREPOINT\system"#, #"NT AUTHORITY\SYSTEM"#, #"nt authority\x"#,
    ])
    func `some user ids are no people`(_ userID: String) {
        #expect(!PersonRule.isPerson(userType: nil, userID: userID))
        #expect(!PersonRule.isPerson(userType: 0, userID: userID))
    }

    @Test(arguments: [
        "maria@contoso.com", "a+b@contoso.com", ".cid.2640d6262885f83e", "11111111-0000-4000-8000-000000000001",
        "Certificate", "not available@contoso.com", "null", "my app@sharepoint", "sharepoint@contoso.com",
    ])
    func `other user ids are people`(_ userID: String) {
        #expect(PersonRule.isPerson(userType: nil, userID: userID))
    }
}
