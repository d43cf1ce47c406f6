import Testing

@testable import CSVExports

struct LicensedUserLayoutTests {
    @Test(arguments: [
        "User Principal Name", "userPrincipalName", "UserPrincipalName", "User principal name", "UPN", "PersonId",
        "Username", "User name", "User Name", "Email", " USER_PRINCIPAL_NAME ", "\u{FEFF}upn",
    ])
    func `the name column has many titles`(_ title: String) throws {
        let people = try ListFile.licenses("Has license,\(title)\nTrue,a@contoso.com\n").people
        #expect(people.map(\.userPrincipalName) == ["a@contoso.com"])
        #expect(people.map(\.isLicensed) == [true])
        #expect(people.map(\.extra) == [nil])
    }

    @Test(arguments: [
        "Has license", "Has License", "Has licence", "Has Licence", "HasLicense", "hasLicense", "HasCopilot",
        "Has Copilot", "Has Copilot License", "Has Copilot license", "Has Copilot licence", "HasCopilotLicense",
        "Has Copilot License Assigned", "Has Copilot license assigned", "Has Copilot license been assigned", "isUser",
    ])
    func `the licence column has many titles`(_ title: String) throws {
        let layout = try #require(LicensedUserLayout(header: ["UPN", title]))
        #expect(layout.hasLicenseColumn)
        #expect(!layout.isReadinessReport)
        let people = try ListFile.licenses("UPN,\(title)\na@x,True\nb@x,False\n").people
        #expect(people.map(\.isLicensed) == [true, false])
        #expect(people.map(\.extra) == [nil, nil])
    }

    @Test(
        arguments: [
            ("YES", true), ("true", true), ("Y", true), ("1", true), (" True ", true), ("No", false), ("FALSE", false),
            ("n", false), ("0", false), ("", nil), ("maybe", nil), ("2", nil), ("-", nil), ("truetrue", nil),
        ] as [(String, Bool?)]
    )
    func `a licence value is yes, no or unknown`(_ value: String, _ expected: Bool?) throws {
        let file = try ListFile.licenses("UPN,HasCopilot\na@x,\(value)\n")
        #expect(file.people.map(\.isLicensed) == [expected])
        #expect(file.notes == [expected == nil ? [.unknownLicenseValue] : []])
        let extra = expected == nil && !value.isEmpty ? #"{"HasCopilot":"\#(value)"}"# : nil
        #expect(file.people.map(\.extra) == [extra])
    }

    @Test func `a list without a licence column is of holders`() throws {
        let file = try ListFile.licenses("Username,Display name,Email\na@x,\"B, A\",mail@x\n")
        let person = try #require(file.people.first)
        #expect(person.isLicensed == true)
        #expect(person.attributes == #"{"display_name":"B, A","mail":"mail@x"}"#)
        #expect(person.refreshDay == nil)
        #expect(person.extra == nil)
        #expect(LicensedUserLayout(header: ["User name"])?.hasLicenseColumn == false)
        #expect(LicensedUserLayout(header: ["Username", "Display name"])?.tellsDay == false)
    }

    @Test(arguments: [
        "User Principal Name,Display name", "Email,Display name", "Display name", "Username,Department",
        "Username,Display name,Email,Department", "User name,Display name,Last activity date (UTC)",
        "User name,Display name,Prompts submitted (any app),Active Days", "Username,Uses Teams chat", "RecordId,Name",
        "",
        "userPrincipalName,displayName,id,department",
    ])
    func `a list without a licence column that tells more is none unless forced`(_ header: String) {
        #expect(LicensedUserLayout(header: titles(header)) == nil)
    }

    @Test(arguments: ["Username,Department", "User Principal Name", "Email,Display name", "User name,Active Days"])
    func `a forced list needs a name column alone`(_ header: String) throws {
        let layout = try #require(LicensedUserLayout(header: titles(header), isForced: true))
        #expect(!layout.hasLicenseColumn)
        #expect(LicensedUserLayout(header: ["Display name", "Has license"], isForced: true) == nil)
    }

    @Test func `the readiness report has a day, a licence and more`() throws {
        let header =
            "Report Refresh Date,User Principal Name,Has Copilot license assigned,Suggested candidate for Copilot,"
            + "Uses eligible update channel,Uses Teams meetings,Uses Teams chat,Uses Outlook email,Uses Office docs,Report Period"
        let layout = try #require(LicensedUserLayout(header: titles(header)))
        #expect(layout.isReadinessReport && layout.hasLicenseColumn && layout.tellsDay)
        let file = try ListFile.licenses("\u{FEFF}\(header)\r\n2026-02-03,a@x,False,True,,No,Yes,True,False,30\r\n")
        let person = try #require(file.people.first)
        #expect(person.isLicensed == false)
        #expect(person.refreshDay == 20_487)
        #expect(
            person.extra
                == #"{"Report Period":"30","Suggested candidate for Copilot":"True","Uses Office docs":"False","#
                + #""Uses Outlook email":"True","Uses Teams chat":"Yes","Uses Teams meetings":"No"}"#
        )
        #expect(LicensedUserLayout(header: ["UPN", "Has license", "Uses Teams chat"])?.isReadinessReport == true)
    }

    @Test func `a refresh date that cannot be read is kept`() throws {
        let file = try ListFile.licenses("Report Refresh Date,UPN,HasCopilot\n31/31/2026,a@x,True\n,b@x,True\n")
        #expect(file.people.map(\.refreshDay) == [nil, nil])
        #expect(file.people.map(\.extra) == [#"{"Report Refresh Date":"31/31/2026"}"#, nil])
        #expect(file.notes == [[.unreadableDate], []])
    }

    @Test func `the principal name wins over other names`() throws {
        let people = try ListFile.licenses("Email,Username,UPN,HasCopilot\nm@x,u@x,p@x,1\n").people
        #expect(people.map(\.userPrincipalName) == ["p@x"])
        #expect(people.map(\.attributes) == [#"{"mail":"m@x"}"#])
        #expect(people.map(\.extra) == [#"{"Username":"u@x"}"#])
    }
}
