import Testing

@testable import CSVExports

struct PaxUsersLayoutTests {
    private static let header =
        "userPrincipalName,displayName,id,mail,givenName,surname,jobTitle,department,employeeType,employeeId,"
        + "employeeHireDate,officeLocation,city,state,country,postalCode,companyName,employeeOrgData_division,"
        + "employeeOrgData_costCenter,accountEnabled,userType,createdDateTime,usageLocation,preferredLanguage,"
        + "onPremisesSyncEnabled,onPremisesImmutableId,externalUserState,proxyAddresses_Primary,proxyAddresses_Count,"
        + "proxyAddresses_All,manager_id,manager_displayName,manager_userPrincipalName,manager_mail,manager_jobTitle,"
        + "assignedLicenses,hasLicense"
    private static let laterColumns =
        ",ManagerID,BusinessAreaLabel,CountryofEmployment,CompanyCodeLabel,CostCentreLabel,UserName,EffectiveDate,"
        + "FunctionType,BusinessAreaCode,OrgLevel_3Label"

    @Test func `the file of 47 columns is a directory with managers and a licence list`() throws {
        let row =
            "anna@contoso.com,Anna Müller,11111111-0000-4000-8000-000000000001,am@contoso.com,Anna,Müller,Engineer,"
            + "R&D,,,,Berlin 1,Berlin,,Germany,,Contoso,,,True,Member,2021-08-19T13:25:31Z,DE,,,,,,1,,"
            + "22222222-0000-4000-8000-000000000002,Boss,boss@contoso.com,,,SPE_E5;Microsoft_365_Copilot,True,"
            + "22222222-0000-4000-8000-000000000002,,,,,Anna Müller,,,,"
        let file = try ListFile("\(Self.header)\(Self.laterColumns)\n\(row)\n")
        #expect(file.format == "pax-users-csv")
        #expect(file.contents?.subjects == [.directory, .licenses])
        let person = try #require(file.people.first)
        #expect(person.userPrincipalName == "anna@contoso.com")
        #expect(person.objectID == "11111111-0000-4000-8000-000000000001")
        #expect(person.department == "R&D" && person.jobTitle == "Engineer" && person.userType == "Member")
        #expect(person.isAccountEnabled == true)
        #expect(
            person.manager
                == ListedManager(
                    userPrincipalName: "boss@contoso.com",
                    objectID: "22222222-0000-4000-8000-000000000002"
                )
        )
        #expect(person.licenses == licenses(copilot) && person.isLicensed == true)
        #expect(
            person.attributes == #"{"city":"Berlin","company_name":"Contoso","country":"Germany","#
                + #""created_at":"2021-08-19T13:25:31Z","created_day":18858,"display_name":"Anna Müller","#
                + #""mail":"am@contoso.com","office_location":"Berlin 1","usage_location":"DE"}"#
        )
        let extra = try #require(person.extra)
        #expect(extra.contains(#""assignedLicenses":"SPE_E5;Microsoft_365_Copilot""#))
        #expect(extra.contains(#""UserName":"Anna Müller""#) && extra.contains(#""manager_displayName":"Boss""#))
        #expect(!extra.contains("hasLicense") && !extra.contains("manager_userPrincipalName"))
        #expect(file.notes == [[]])
        #expect(file.told.isSuperset(of: [.manager, .licenses, .department, .accountEnabled, .userType, .created]))
    }

    @Test func `the older file of 37 columns is one, too`() throws {
        #expect(try ListFile("\(Self.header)\n").format == "pax-users-csv")
        #expect(PaxUsersLayout(header: titles(Self.header))?.titles.count == 37)
    }

    @Test(
        arguments: [
            ("True", "", licenses(copilot), nil), ("TRUE", "Microsoft_365_Copilot", licenses(copilot), nil),
            ("1", "Microsoft_365_Copilot;\(otherID)", licenses(copilot, otherID), nil),
            ("False", "", [], nil), ("no", otherID.uppercased(), licenses(otherID), nil),
            ("False", "SPE_E5", [], #"{"assignedLicenses":"SPE_E5"}"#),
            ("False", "Microsoft_365_Copilot", [], #"{"assignedLicenses":"Microsoft_365_Copilot"}"#),
            ("True", "Copilot_Studio", licenses(copilot), #"{"assignedLicenses":"Copilot_Studio"}"#),
            ("True", "System.Object[]", licenses(copilot), #"{"assignedLicenses":"System.Object[]"}"#),
            ("", copilotID, nil, #"{"assignedLicenses":"\#(copilotID)"}"#),
            ("maybe", "", nil, #"{"hasLicense":"maybe"}"#),
        ] as [(String, String, [ListedLicense]?, String?)]
    )
    func `the flag decides where the list has it`(
        _ flag: String,
        _ skus: String,
        _ expected: [ListedLicense]?,
        _ extra: String?
    ) throws {
        let file = try ListFile("userPrincipalName,assignedLicenses,hasLicense\na@x,\(skus),\(flag)\n")
        #expect(file.format == "pax-users-csv")
        #expect(file.people.map(\.licenses) == [expected])
        #expect(file.people.map(\.isLicensed) == [expected.map { $0.contains(ListedLicense(sku: copilot)) }])
        #expect(file.people.map(\.extra) == [extra])
        #expect(file.notes == [expected == nil ? [.unknownLicenseValue] : []])
    }

    @Test(
        arguments: [
            (copilotID.uppercased(), licenses(copilot), nil), ("Microsoft 365 Copilot", licenses(copilot), nil),
            ("microsoft_365_copilot; \(otherID);\(otherID)", licenses(copilot, otherID), nil),
            ("SPE_E5;;", [], #"{"assignedLicenses":"SPE_E5;;"}"#), ("", nil, nil),
            ("Microsoft_365_Copilot_Sales", [], #"{"assignedLicenses":"Microsoft_365_Copilot_Sales"}"#),
            ("MicrosoftGraphAssignedLicense[]", nil, #"{"assignedLicenses":"MicrosoftGraphAssignedLicense[]"}"#),
        ] as [(String, [ListedLicense]?, String?)]
    )
    func `without the flag the licences decide`(
        _ skus: String,
        _ expected: [ListedLicense]?,
        _ extra: String?
    ) throws {
        let file = try ListFile("userPrincipalName,assignedLicenses\na@x,\(skus)\n")
        #expect(file.people.map(\.licenses) == [expected])
        #expect(file.people.map(\.extra) == [extra])
        #expect(file.notes == [expected == nil ? [.unknownLicenseValue] : []])
    }

    @Test(arguments: [
        "UserPrincipalName,Department,HasLicense", "Department,assignedLicenses", "UPN,hasLicense",
        "userPrincipalName,assignedLicenses,lastActivityDate",
    ])
    func `a header without columns of its own is not taken`(_ header: String) {
        #expect(PaxUsersLayout(header: titles(header)) == nil)
    }

    @Test func `a flag beside one of its own columns is enough`() throws {
        let file = try ListFile("id,hasLicense,BusinessAreaLabel\no1,True,Sales\n")
        #expect(file.format == "pax-users-csv")
        #expect(file.people.map(\.isLicensed) == [true])
    }
}
