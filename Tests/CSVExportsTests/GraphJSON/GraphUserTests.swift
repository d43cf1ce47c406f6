import Testing

@testable import CSVExports

/// What the members of one user become.
struct GraphUserTests {
    private func read(_ members: String) throws -> ListFile {
        try ListFile("[{\"id\":\"o1\",\"userPrincipalName\":\"a@x\"}, {\"userPrincipalName\":\"a@x\",\(members)}]")
    }

    private func person(_ members: String) throws -> ListedPerson {
        try #require(try read(members).people.last)
    }

    @Test func `every attribute has its place`() throws {
        let file = try ListFile(
            #"""
            {"@odata.context":"https://graph.microsoft.com/v1.0/$metadata#users", "value": [{
              "id": "11111111-0000-4000-8000-000000000001", "userPrincipalName": " Anna@contoso.com ",
              "displayName": "M\u00fcller, Anna", "mail": "am@contoso.com", "department": "R&D ",
              "jobTitle": "Engineer",
              "companyName": "Contoso", "officeLocation": "Berlin 1", "city": "Berlin", "country": "Germany",
              "usageLocation": "DE", "accountEnabled": true, "userType": "Member",
              "createdDateTime": "2021-08-19T13:25:31Z",
              "assignedLicenses": [
                {"skuId": "639DEC6B-BB19-468B-871C-C5C441C4B0CB", "disabledPlans": []},
                {"skuId": "06EBC4EE-1bb5-47dd-8120-11324bc54e06", "disabledPlans": []}
              ],
              "assignedPlans": [{"service": "a b", "capabilityStatus": "Enabled"}],
              "manager@odata.context": "x", "manager": {"@odata.type": "#microsoft.graph.user", "id": "m1",
                "userPrincipalName": "boss@contoso.com"},
              "businessPhones": [], "mobilePhone": null, "employeeId": 7
            }]}
            """#
        )
        let person = try #require(file.people.first)
        #expect(person.objectID == "11111111-0000-4000-8000-000000000001")
        #expect(person.userPrincipalName == "Anna@contoso.com")
        #expect(person.department == "R&D" && person.jobTitle == "Engineer" && person.userType == "Member")
        #expect(person.isAccountEnabled == true && person.isDeleted == nil && person.isShared == nil)
        #expect(person.licenses == licenses(copilot, otherID) && person.isLicensed == true)
        #expect(person.manager == ListedManager(userPrincipalName: "boss@contoso.com", objectID: "m1"))
        #expect(
            person.attributes == #"{"city":"Berlin","company_name":"Contoso","country":"Germany","#
                + #""created_at":"2021-08-19T13:25:31Z","created_day":18858,"display_name":"Müller, Anna","#
                + #""mail":"am@contoso.com","office_location":"Berlin 1","usage_location":"DE"}"#
        )
        #expect(
            person.extra
                == #"{"assignedPlans":[{"service":"a b","capabilityStatus":"Enabled"}],"#
                + #""businessPhones":[],"employeeId":7}"#
        )
        #expect(
            person.told == [
                .department, .jobTitle, .accountEnabled, .userType, .manager, .licenses, .displayName, .mail,
                .companyName,
                .officeLocation, .city, .country, .usageLocation, .created,
            ]
        )
        #expect(file.notes == [[]])
    }

    @Test func `null is told to be none, absent is not told`() throws {
        let none = try person(
            #""department":null,"jobTitle":null,"userType":null,"manager":null,"mail":null,"createdDateTime":null,"#
                + #""deletedDateTime":null"#
        )
        #expect(none.department == "" && none.manager == .nobody && none.isDeleted == false)
        #expect(none.jobTitle == nil && none.userType == nil && none.attributes == nil && none.extra == nil)
        #expect(none.told == [.department, .jobTitle, .userType, .manager, .mail, .created, .deletion])
        let untold = try person(#""surname":"A""#)
        #expect(untold.department == nil && untold.manager == nil && untold.isDeleted == nil && untold.licenses == nil)
        #expect(untold.told == [])
    }

    @Test func `what one row tells another need not`() throws {
        let file = try ListFile(
            #"[{"id":"1","department":"Sales","manager":{"id":"m"}},{"id":"2","department":null},{"id":"3"}]"#
        )
        #expect(file.people.map(\.told) == [[.department, .manager], .department, []])
        #expect(file.told == [.department, .manager])
    }

    @Test(
        arguments: [
            ("true", true, nil), ("false", false, nil), ("null", nil, nil),
            (#""True""#, nil, #"{"accountEnabled":"True"}"#),
            ("1", nil, #"{"accountEnabled":1}"#),
        ] as [(String, Bool?, String?)]
    )
    func `an account state is a truth value or unknown`(_ json: String, _ expected: Bool?, _ extra: String?) throws {
        let file = try read("\"accountEnabled\":\(json)")
        #expect(file.people.last?.isAccountEnabled == expected)
        #expect(file.people.last?.extra == extra)
        #expect(file.notes.last == (extra == nil ? [] : [.unreadableField]))
        #expect(file.told.contains(.accountEnabled) == (expected != nil))
    }

    @Test(
        arguments: [
            ("[]", [], nil), (#"[{"skuId":"\#(copilotID)"}]"#, licenses(copilot), nil),
            (#"[{"skuId":"\#(otherID)"},{"SKUID":"\#(otherID)"}]"#, licenses(otherID), nil),
            (
                #"[{"skuId":"\#(copilotID)", "disabledPlans":["p"]}]"#, licenses(copilot),
                #"{"assignedLicenses":[{"skuId":"\#(copilotID)","disabledPlans":["p"]}]}"#
            ),
            ("null", nil, nil), (#"["x"]"#, nil, #"{"assignedLicenses":["x"]}"#),
            (#"[{"skuId":"SPE_E5"}]"#, nil, #"{"assignedLicenses":[{"skuId":"SPE_E5"}]}"#),
            (#"[{"skuId":"\#(copilotID)"},{}]"#, nil, #"{"assignedLicenses":[{"skuId":"\#(copilotID)"},{}]}"#),
            (#""\#(copilotID)""#, nil, #"{"assignedLicenses":"\#(copilotID)"}"#),
        ] as [(String, [ListedLicense]?, String?)]
    )
    func `licences are SKU ids, or unknown`(_ json: String, _ expected: [ListedLicense]?, _ extra: String?) throws {
        let file = try read("\"assignedLicenses\":\(json)")
        #expect(file.people.last?.licenses == expected)
        #expect(file.people.last?.isLicensed == expected.map { $0.contains(ListedLicense(sku: copilot)) })
        #expect(file.people.last?.extra == extra)
        #expect(file.notes.last == (expected == nil ? [.unknownLicenseValue] : []))
        #expect(file.told.contains(.licenses) == (expected != nil))
    }

    @Test(
        arguments: [
            (#"{"id":"m"}"#, ListedManager(objectID: "m"), nil),
            (#"{"UserPrincipalName":"b@x","Id":null}"#, ListedManager(userPrincipalName: "b@x"), nil),
            (
                #"{"id":"m","displayName":"B"}"#, ListedManager(objectID: "m"),
                #"{"manager":{"id":"m","displayName":"B"}}"#
            ),
            ("{}", nil, #"{"manager":{}}"#), (#"{"displayName":"B"}"#, nil, #"{"manager":{"displayName":"B"}}"#),
            (#"{"id":7}"#, nil, #"{"manager":{"id":7}}"#), (#""b@x""#, nil, #"{"manager":"b@x"}"#),
            ("null", .nobody, nil),
        ] as [(String, ListedManager?, String?)]
    )
    func `a manager is named, nobody or unknown`(_ json: String, _ expected: ListedManager?, _ extra: String?) throws {
        let file = try read("\"manager\":\(json)")
        #expect(file.people.last?.manager == expected)
        #expect(file.people.last?.extra == extra)
        #expect(file.notes.last == (expected == nil ? [.unreadableManager] : []))
        #expect(file.told.contains(.manager) == (expected != nil))
    }

    @Test func `a wrong type costs its property, not the row`() throws {
        let file = try read(
            #""department":["Sales"],"jobTitle":5,"mail":{},"createdDateTime":"soon","city":"a\u0000b""#
        )
        let person = try #require(file.people.last)
        #expect(person.department == nil && person.jobTitle == nil && person.attributes == nil)
        #expect(person.told == [])
        #expect(
            person.extra
                == #"{"city":"a\u0000b","createdDateTime":"soon","department":["Sales"],"jobTitle":5,"mail":{}}"#
        )
        #expect(file.notes.last == [.unreadableField, .unreadableDate])
    }

    @Test func `a key that comes twice counts the last time`() throws {
        let person = try person(#""department":"Sales","Department":"Legal""#)
        #expect(person.department == "Legal")
        #expect(person.extra == #"{"department":"Sales"}"#)
    }

    @Test(
        arguments: [
            (#""deletedDateTime":"2026-01-02T03:04:05Z""#, true), (#""deletedDateTime":null"#, false),
            (#""@removed":{"reason":"changed"}"#, true), (#""deletedDateTime":"gone""#, nil),
            (#""@removed":{"reason":"deleted"},"deletedDateTime":null"#, true),
        ] as [(String, Bool?)]
    )
    func `a deletion is told`(_ members: String, _ expected: Bool?) throws {
        let person = try person(members)
        #expect(person.isDeleted == expected)
        #expect((person.extra == nil) == (expected == false))
    }

    @Test(
        arguments: [
            (#""mailboxSettings":{"userPurpose":"shared"}"#, true),
            (#""mailboxSettings":{"userPurpose":"user"}"#, false),
            (#""userPurpose":"room""#, true), (#""recipientTypeDetails":"SharedMailbox""#, true),
            (#""mailboxSettings":{"timeZone":"UTC"}"#, nil), (#""mailboxSettings":null"#, nil),
        ] as [(String, Bool?)]
    )
    func `a shared mailbox is told`(_ members: String, _ expected: Bool?) throws {
        let person = try person(members)
        #expect(person.isShared == expected)
        #expect(person.told == (expected == nil ? [] : .sharedMailbox))
        #expect((person.extra == nil) == members.contains("null"))
    }

    @Test func `keys with escapes and keys that change from row to row are read`() throws {
        let file = try ListFile(
            #"[{"id":"1","surname":"A"},{"surname":"B","\u0069d":"2"},{"id":"3","d\u0065partment":"S","x\u0000":1}]"#
        )
        #expect(file.people.map(\.objectID) == ["1", "2", "3"])
        #expect(file.people.map(\.department) == [nil, nil, "S"])
        #expect(file.people[2].extra == #"{"x\\u0000":1}"#)
    }

    @Test func `guests, formulas, mojibake and plus signs stay as they are`() throws {
        let file = try ListFile(
            #"[{"userPrincipalName":"a_f.com#EXT#@c.onmicrosoft.com","department":"=1+3","userType":"Guest"},"#
                + #"{"userPrincipalName":"a+b@x","displayName":"MÃ¼ller"},{"userPrincipalName":"a+b@x"}]"#
        )
        #expect(file.people.map(\.userPrincipalName) == ["a_f.com#EXT#@c.onmicrosoft.com", "a+b@x", "a+b@x"])
        #expect(file.people[0].department == "=1+3" && file.people[0].userType == "Guest")
        #expect(file.people[1].attributes == #"{"display_name":"MÃ¼ller"}"#)
    }
}
