import Testing

@testable import CSVExports

struct ActiveUsersLayoutTests {
    private static let header =
        "Block credential,City,Country,Department,DirSyncEnabled,Display name,Fax,First name,Last dirsync time,"
        + "Last name,Last password change time stamp,License assignment details,Licenses,Mobile Phone,"
        + "Oath token metadata,Object Id,Office,Password never expires,Phone number,Postal code,"
        + "Preferred data location,Preferred language,Proxy addresses,Release track,Soft deletion time stamp,State,"
        + "Street address,Strong password required,Title,Usage location,User principal name,When created"

    @Test func `the full export is a directory and a licence list`() throws {
        let row =
            "False,Berlin,Germany,R&D,True,\"Müller, Anna\",,Anna,,Müller,2025-01-02 03:04:05Z,Direct,"
            + "Microsoft 365 E5+Microsoft 365 Copilot,,,11111111-0000-4000-8000-000000000001,Berlin 1,False,,10115,,"
            + "de-DE,SMTP:anna@contoso.com+smtp:am@contoso.com,,,,Street 1,True,Engineer,DE,"
            + "anna@contoso.com,2021-08-19 13:25:31Z"
        let file = try ListFile("\u{FEFF}\(Self.header)\r\n\(row)\r\n")
        #expect(file.format == "active-users-csv")
        #expect(file.contents?.subjects == [.directory, .licenses])
        #expect(file.contents?.licenseScope == .microsoft365Copilot)
        #expect(file.contents?.tellsDay == false)
        let told: ListedAttributes = [
            .department, .jobTitle, .accountEnabled, .licenses, .deletion, .displayName, .officeLocation, .city,
            .country,
            .usageLocation, .created,
        ]
        #expect(file.contents?.attributes == told)
        #expect(file.told == told)
        let person = try #require(file.people.first)
        #expect(person.userPrincipalName == "anna@contoso.com")
        #expect(person.objectID == "11111111-0000-4000-8000-000000000001")
        #expect(person.department == "R&D" && person.jobTitle == "Engineer")
        #expect(person.isAccountEnabled == true && person.isDeleted == false && person.isShared == nil)
        #expect(person.licenses == licenses(copilot) && person.isLicensed == true)
        #expect(person.manager == nil && person.userType == nil && person.refreshDay == nil)
        #expect(
            person.attributes == #"{"city":"Berlin","country":"Germany","created_at":"2021-08-19 13:25:31Z","#
                + #""created_day":18858,"display_name":"Müller, Anna","office_location":"Berlin 1","#
                + #""usage_location":"DE"}"#
        )
        #expect(
            person.extra == #"{"DirSyncEnabled":"True","First name":"Anna","Last name":"Müller","#
                + #""Last password change time stamp":"2025-01-02 03:04:05Z","License assignment details":"Direct","#
                + #""Licenses":"Microsoft 365 E5+Microsoft 365 Copilot","Password never expires":"False","#
                + #""Postal code":"10115","Preferred language":"de-DE","#
                + #""Proxy addresses":"SMTP:anna@contoso.com+smtp:am@contoso.com","Street address":"Street 1","#
                + #""Strong password required":"True"}"#
        )
        #expect(file.notes == [[]])
    }

    @Test(
        arguments: [
            ("Unlicensed", [], nil), ("UNLICENSED", [], nil), ("Microsoft 365 Copilot", licenses(copilot), nil),
            ("Microsoft 365 E5", [], #"{"Licenses":"Microsoft 365 E5"}"#),
            ("Enterprise Mobility + Security E5", [], #"{"Licenses":"Enterprise Mobility + Security E5"}"#),
            ("", nil, nil), ("A + Microsoft 365 Copilot", nil, #"{"Licenses":"A + Microsoft 365 Copilot"}"#),
        ] as [(String, [ListedLicense]?, String?)]
    )
    func `products tell who holds Copilot, or nothing`(
        _ cell: String,
        _ expected: [ListedLicense]?,
        _ extra: String?
    ) throws {
        let file = try ListFile("User principal name,Licenses\na@x,\(cell)\n")
        #expect(file.format == "active-users-csv")
        #expect(file.people.map(\.licenses) == [expected])
        #expect(file.people.map(\.isLicensed) == [expected.map { !$0.isEmpty }])
        #expect(file.people.map(\.extra) == [extra])
        #expect(file.notes == [expected == nil ? [.unknownLicenseValue] : []])
        #expect(file.told.contains(.licenses) == (expected != nil))
    }

    @Test(
        arguments: [
            ("True", false, []), ("FALSE", true, []), ("", nil, []), ("perhaps", nil, [.unreadableFlag]),
        ] as [(String, Bool?, [ListNote])]
    )
    func `a blocked credential is an account that is not enabled`(
        _ cell: String,
        _ isEnabled: Bool?,
        _ notes: [ListNote]
    ) throws {
        let file = try ListFile("User principal name,Block credential\na@x,\(cell)\n")
        #expect(file.people.map(\.isAccountEnabled) == [isEnabled])
        #expect(file.notes == [notes])
        #expect(file.told.contains(.accountEnabled) == (isEnabled != nil))
    }

    @Test(
        arguments: [
            ("", false, nil), ("2025-01-02 03:04:05Z", true, #"{"Soft deletion time stamp":"2025-01-02 03:04:05Z"}"#),
            ("gone", nil, #"{"Soft deletion time stamp":"gone"}"#),
        ] as [(String, Bool?, String?)]
    )
    func `a soft deletion is told and its time kept`(_ cell: String, _ isDeleted: Bool?, _ extra: String?) throws {
        let file = try ListFile("User principal name,Soft deletion time stamp\na@x,\(cell)\n")
        #expect(file.people.map(\.isDeleted) == [isDeleted])
        #expect(file.people.map(\.extra) == [extra])
        #expect(file.notes == [isDeleted == nil ? [.unreadableDate] : []])
    }

    @Test(arguments: [
        "Display name,User principal name,First name,Last name,When created,Department,Licenses",
        "Display name,DirSyncEnabled,User principal name,Object Id,CountryOrRegion,StateOrProvince,Block credential",
        "Display name;User principal name;Title;Country/Region;Oath token meta data", "Object Id,Licenses",
        "user_principal_name,LICENSES", "Licenses\tUser principal name\tStrong password required",
    ])
    func `any choice of columns with one of its own is recognised`(_ header: String) throws {
        #expect(try ListFile("\(header)\n").format == "active-users-csv")
    }

    @Test func `without products it is a directory alone`() throws {
        let file = try ListFile("User principal name,Title,Block credential\na@x,Lead,False\n")
        #expect(file.contents?.subjects == .directory)
        #expect(file.people.map(\.licenses) == [nil])
        #expect(file.people.map(\.jobTitle) == ["Lead"])
        #expect(file.notes == [[]])
    }

    @Test func `other titles of the country are read`() throws {
        let people =
            try ListFile("User principal name,Country/Region,Licenses\na@x,Norway,Unlicensed\n").people
            + ListFile("User principal name,CountryOrRegion,Licenses\na@x,Norway,Unlicensed\n").people
        #expect(people.map(\.attributes) == [#"{"country":"Norway"}"#, #"{"country":"Norway"}"#])
    }

    @Test(arguments: [
        "Licenses,Department", "Username,Display name,Licenses", "User principal name,Licenses,Has Copilot license",
        "User principal name,Licenses,Last Activity Date",
        "RecordId,CreationDate,Operation,UserId,AuditData,Licenses,Id",
    ])
    func `a header that is something else is not taken`(_ header: String) {
        #expect(ActiveUsersLayout(header: titles(header)) == nil)
    }

    @Test func `guests, deleted users, formulas and mojibake stay as they are`() throws {
        let guest = "anna_fabrikam.com#EXT#@contoso.onmicrosoft.com"
        let deleted = "0123456789abcdef0123456789abcdefanna@contoso.com"
        let file = try ListFile(
            """
            User principal name,Display name,Department,Licenses
            \(guest),MÃ¼ller,=1+3,Unlicensed
            \(deleted),"a ""quoted"", name",@cmd,Unlicensed
            anna+test@contoso.com,B,-2+3,Microsoft 365 Copilot
            0123456789ABCDEF0123456789ABCDEF,C,Sales,Unlicensed
            ,D,Sales,Unlicensed
            """
        )
        #expect(file.people.map(\.userPrincipalName) == [guest, deleted, "anna+test@contoso.com"])
        #expect(file.people.map(\.department) == ["=1+3", "@cmd", "-2+3"])
        #expect(file.people[0].attributes == #"{"display_name":"MÃ¼ller"}"#)
        #expect(file.people[1].attributes == #"{"display_name":"a \"quoted\", name"}"#)
        #expect(file.rejections == [.concealedName, .missingUser])
    }

    @Test func `the same person twice is two rows`() throws {
        let file = try ListFile("User principal name,Licenses\na@x,Unlicensed\nA@X,Microsoft 365 Copilot\n")
        #expect(file.people.map(\.isLicensed) == [false, true])
    }
}
