import Testing

@testable import CSVExports

struct DirectoryLayoutTests {
    private static let header =
        "userPrincipalName,displayName,surname,mail,givenName,id,userType,jobTitle,department,accountEnabled,usageLocation,"
        + "streetAddress,state,country,officeLocation,city,postalCode,telephoneNumber,mobilePhone,alternateEmailAddress,"
        + "ageGroup,consentProvidedForMinor,legalAgeGroupClassification,companyName,creationType,directorySynced,"
        + "invitationState,identityIssuer,createdDateTime"

    @Test func `the portal's download fills every column`() throws {
        let row =
            "anna@contoso.com,\"Müller, Anna\",Müller,a.m@contoso.com,Anna,11111111-0000-4000-8000-000000000001,Member,"
            + "Engineer,R&D ,True,DE,Street 1,,Germany,Berlin 1,Berlin,10115,,,,,,,Contoso,,True,,,8/19/2021 1:25:31 PM"
        let layout = try #require(DirectoryLayout(header: titles(Self.header)))
        #expect(layout.hasDepartment && layout.hasJobTitle && layout.hasAccountEnabled && layout.hasUserType)
        #expect(!layout.tellsDay)
        let file = try ListFile.directory("\(Self.header)\n\(row)\n")
        let person = try #require(file.people.first)
        #expect(person.userPrincipalName == "anna@contoso.com")
        #expect(person.objectID == "11111111-0000-4000-8000-000000000001")
        #expect(person.department == "R&D")
        #expect(person.jobTitle == "Engineer")
        #expect(person.isAccountEnabled == true)
        #expect(person.userType == "Member")
        #expect(person.isLicensed == nil)
        #expect(
            person.attributes == #"{"city":"Berlin","company_name":"Contoso","country":"Germany","#
                + #""created_at":"8/19/2021 1:25:31 PM","created_day":18858,"display_name":"Müller, Anna","#
                + #""mail":"a.m@contoso.com","office_location":"Berlin 1","usage_location":"DE"}"#
        )
        #expect(
            person.extra == #"{"directorySynced":"True","givenName":"Anna","postalCode":"10115","#
                + #""streetAddress":"Street 1","surname":"Müller"}"#
        )
        #expect(file.notes == [[]])
    }

    @Test(arguments: [
        ("userPrincipalName,department", true), ("UserPrincipalName,Department", true),
        ("User principal name,Display name,Department", true), ("UPN,Organization", true), ("PersonId,jobTitle", true),
        ("user_principal-name,[department]", true), ("objectId", true), ("id,displayName", true),
        ("userPrincipalName,accountEnabled", true), ("userPrincipalName,displayName", false), ("department", false),
        ("Username,Display name,Email", false), ("Username,Display name,Email,Department", false), ("", false),
    ])
    func `a directory has a name and a column that only directories have`(_ header: String, _ isDirectory: Bool) {
        #expect((DirectoryLayout(header: titles(header)) != nil) == isDirectory)
    }

    @Test func `a header that fits both lists is neither unless forced`() {
        let header = titles("Username,Display name,Email,Department")
        #expect(DirectoryLayout(header: header) == nil)
        #expect(LicensedUserLayout(header: header) == nil)
        #expect(DirectoryLayout(header: header, isForced: true)?.hasDepartment == true)
        #expect(LicensedUserLayout(header: header, isForced: true)?.hasLicenseColumn == false)
        #expect(DirectoryLayout(header: ["Department"], isForced: true) == nil)
    }

    @Test func `the older form has other titles`() throws {
        let file = try ListFile.directory(
            "userPrincipalName,objectId,physicalDeliveryOfficeName,mobile,authenticationEmail\na@x,o1,Office 1,123,e@x\n"
        )
        let person = try #require(file.people.first)
        #expect(person.objectID == "o1")
        #expect(person.attributes == #"{"office_location":"Office 1"}"#)
        #expect(person.extra == #"{"authenticationEmail":"e@x","mobile":"123"}"#)
    }

    @Test(arguments: [
        (" Sales ", "Sales"), ("sales", "sales"), ("-", "-"), ("", ""), ("  ", ""), ("\"Sales, EMEA\"", "Sales, EMEA"),
        ("\"The \"\"A\"\" team\"", "The \"A\" team"), ("=1+3", "=1+3"), ("@cmd", "@cmd"),
        ("Förderung 😀", "Förderung 😀"),
        ("\"two\nlines\"", "two\nlines"), ("\u{A0}Sales\u{A0}", "Sales"), (#"back\slash"#, #"back\slash"#),
    ])
    func `a department is trimmed and else exact`(_ cell: String, _ expected: String) throws {
        #expect(try ListFile.directory("upn,department\na@x,\(cell)\n").people.map(\.department) == [expected])
    }

    @Test func `what a list has no column for is not told`() throws {
        let person = try #require(try ListFile.directory("upn,id\na@x,o\n").people.first)
        #expect(person.department == nil && person.jobTitle == nil && person.userType == nil)
        #expect(person.isAccountEnabled == nil && person.attributes == nil && person.extra == nil)
        let layout = try #require(DirectoryLayout(header: ["upn", "id"]))
        #expect(!layout.hasDepartment && !layout.hasJobTitle && !layout.hasAccountEnabled && !layout.hasUserType)
    }

    @Test(
        arguments: [
            ("True", true, nil), ("FALSE", false, nil), ("", nil, nil),
            ("perhaps", nil, #"{"accountEnabled":"perhaps"}"#),
        ] as [(String, Bool?, String?)]
    )
    func `an account state is true, false or unknown`(_ value: String, _ expected: Bool?, _ extra: String?) throws {
        let file = try ListFile.directory("upn,accountEnabled\na@x,\(value)\n")
        #expect(file.people.map(\.isAccountEnabled) == [expected])
        #expect(file.people.map(\.extra) == [extra])
        #expect(file.notes == [extra == nil ? [] : [.unreadableFlag]])
    }

    @Test(
        arguments: [
            ("8/19/2021 1:25:31 PM", #"{"created_at":"8/19/2021 1:25:31 PM","created_day":18858}"#, nil),
            ("2021-08-19T13:25:31Z", #"{"created_at":"2021-08-19T13:25:31Z","created_day":18858}"#, nil),
            ("", nil, nil), ("long ago", nil, #"{"createdDateTime":"long ago"}"#),
        ] as [(String, String?, String?)]
    )
    func `a creation date keeps its text`(_ value: String, _ attributes: String?, _ extra: String?) throws {
        let file = try ListFile.directory("upn,id,createdDateTime\na@x,o,\(value)\n")
        #expect(file.people.map(\.attributes) == [attributes])
        #expect(file.people.map(\.extra) == [extra])
        #expect(file.notes == [extra == nil ? [] : [.unreadableDate]])
    }

    @Test func `a person may be known by the object id alone`() throws {
        let file = try ListFile.directory("upn,id,department\n,o1,Sales\n,,Sales\n")
        #expect(file.people.map(\.objectID) == ["o1"])
        #expect(file.rejections == [.missingUser])
    }

    @Test func `a repeated title keeps its second cell`() throws {
        let file = try ListFile.directory("upn,department,Department\na@x,Sales,Legal\n")
        #expect(file.people.map(\.department) == ["Sales"])
        #expect(file.people.map(\.extra) == [#"{"Department":"Legal"}"#])
    }
}
