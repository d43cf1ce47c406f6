import Testing

@testable import CSVExports

struct ManagerAndAccountColumnsTests {
    private static let id = "22222222-0000-4000-8000-00000000000A"

    @Test(arguments: [
        "manager", "managerUPN", "Manager UPN", "managerUserPrincipalName", "manager_userPrincipalName", "ManagerID",
        "manager_id",
    ])
    func `the manager column has many titles`(_ title: String) throws {
        let layout = try #require(DirectoryLayout(header: ["UPN", title]))
        #expect(layout.hasManager && !layout.hasDepartment)
        let file = try ListFile.directory("UPN,\(title)\na@x,boss@x\nb@x,\(Self.id)\nc@x,\n")
        #expect(
            file.people.map(\.manager)
                == [ListedManager(userPrincipalName: "boss@x"), ListedManager(objectID: Self.id), .nobody]
        )
        #expect(file.people.map(\.extra) == [nil, nil, nil])
        #expect(file.people.allSatisfy { $0.told == .manager })
    }

    @Test func `a name and an id are of one manager`() throws {
        let file = try ListFile.directory("UPN,managerUPN,ManagerID\na@x,boss@x,\(Self.id)\nb@x,,\(Self.id)\n")
        #expect(file.people[0].manager == ListedManager(userPrincipalName: "boss@x", objectID: Self.id))
        #expect(file.people[1].manager == ListedManager(objectID: Self.id))
    }

    @Test func `a display name or a number names nobody, and is not taken for no manager`() throws {
        let file = try ListFile.directory("UPN,manager,ManagerID\na@x,Bo Boss,4711\nb@x,Bo Boss,\(Self.id)\n")
        #expect(file.people.map(\.manager) == [nil, ListedManager(objectID: Self.id)])
        #expect(file.people.map(\.extra) == [#"{"ManagerID":"4711","manager":"Bo Boss"}"#, #"{"manager":"Bo Boss"}"#])
        #expect(file.notes == [[.unreadableManager], []])
        #expect(file.people.map(\.told) == [[], .manager])
    }

    @Test func `a list without managers does not tell them`() throws {
        let layout = try #require(DirectoryLayout(header: ["UPN", "Department"]))
        #expect(!layout.hasManager)
        #expect(try ListFile.directory("UPN,Department\na@x,S\n").people.map(\.manager) == [nil])
    }

    @Test(
        arguments: [
            ("SharedMailbox", true, #"{"RecipientTypeDetails":"SharedMailbox"}"#),
            ("RoomMailbox", true, #"{"RecipientTypeDetails":"RoomMailbox"}"#),
            ("EquipmentMailbox", true, #"{"RecipientTypeDetails":"EquipmentMailbox"}"#),
            ("UserMailbox", false, #"{"RecipientTypeDetails":"UserMailbox"}"#), ("True", true, nil), ("no", false, nil),
            ("MailUser", nil, #"{"RecipientTypeDetails":"MailUser"}"#), ("", nil, nil),
        ] as [(String, Bool?, String?)]
    )
    func `a list may tell shared mailboxes and rooms`(_ cell: String, _ isShared: Bool?, _ extra: String?) throws {
        for rest in ["id", "HasCopilot"] {
            let file = try ListFile("UPN,\(rest),RecipientTypeDetails\na@x,1,\(cell)\n")
            #expect(file.people.map(\.isShared) == [isShared])
            #expect(file.people.map(\.extra) == [extra])
            #expect(file.told.contains(.sharedMailbox) == (isShared != nil))
        }
    }

    @Test func `a flag of deletion wins over a time`() throws {
        let file = try ListFile.directory("UPN,id,isDeleted,deletedDateTime\na@x,o,False,2026-01-01\nb@x,o,True,\n")
        #expect(file.people.map(\.isDeleted) == [false, true])
        #expect(file.people.map(\.extra) == [#"{"deletedDateTime":"2026-01-01"}"#, nil])
    }

    @Test func `an assigned date belongs to the licence`() throws {
        let file = try ListFile.licenses(
            "UPN,HasCopilot,License assigned date\na@x,1,2026-02-03\nb@x,0,2026-02-03\nc@x,1,x\n"
        )
        #expect(
            file.people.map(\.licenses) == [[ListedLicense(sku: copilot, assignedDay: 20_487)], [], licenses(copilot)]
        )
        #expect(
            file.people.map(\.extra)
                == [nil, #"{"License assigned date":"2026-02-03"}"#, #"{"License assigned date":"x"}"#]
        )
        #expect(file.notes == [[], [], [.unreadableDate]])
    }
}
