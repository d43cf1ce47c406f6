import Testing

@testable import CSVExports

struct AssignedProductsLayoutTests {
    private static let header =
        "Report Refresh Date,User Principal Name,Display Name,Is Deleted,Deleted Date,Has Exchange License,"
        + "Has OneDrive License,Exchange Last Activity Date,OneDrive Last Activity Date,Exchange License Assign Date,"
        + "Assigned Products"

    @Test func `the active user detail report is a list of licence holders with a day`() throws {
        let file = try ListFile(
            """
            \(Self.header)
            2026-02-03,a@x,"B, A",False,,True,True,2026-02-01,,2025-01-01,MICROSOFT 365 E5+MICROSOFT 365 COPILOT
            2026-02-03,b@x,B,False,,True,False,,,,ENTERPRISE MOBILITY + SECURITY E5
            2026-02-03,c@x,C,True,2026-01-31,False,False,,,,
            """
        )
        #expect(file.format == "licensed-users-csv")
        #expect(file.contents?.subjects == .licenses)
        #expect(file.contents?.tellsDay == true && file.contents?.isOfHoldersOnly == false)
        #expect(file.people.map(\.isLicensed) == [true, false, nil])
        #expect(file.people.map(\.licenses) == [licenses(copilot), [], nil])
        #expect(file.people.map(\.isDeleted) == [false, false, true])
        #expect(file.people.map(\.refreshDay) == [20_487, 20_487, 20_487])
        #expect(file.people[0].attributes == #"{"display_name":"B, A"}"#)
        #expect(
            file.people[0].extra
                == #"{"Assigned Products":"MICROSOFT 365 E5+MICROSOFT 365 COPILOT","#
                + #""Exchange Last Activity Date":"2026-02-01","Exchange License Assign Date":"2025-01-01","#
                + #""Has Exchange License":"True","Has OneDrive License":"True"}"#
        )
        #expect(file.people[2].extra?.contains(#""Deleted Date":"2026-01-31""#) == true)
        #expect(file.notes == [[], [], [.unknownLicenseValue]])
    }

    @Test func `what a script makes of it is a plain list`() throws {
        let file = try ListFile("Report Refresh Date,User Principal Name,HasCopilot\n2026-02-03,a@x,True\n")
        #expect(file.format == "licensed-users-csv")
        #expect(file.people.map(\.isLicensed) == [true])
        #expect(file.people.map(\.refreshDay) == [20_487])
        #expect(file.contents?.tellsDay == true)
    }

    @Test(arguments: [
        "Report Refresh Date,User Principal Name,Last Activity Date,Assigned Products",
        "User Principal Name,Assigned Products,Microsoft Teams Copilot Last Activity Date",
        "Display Name,Assigned Products",
        "User Principal Name,Assigned Products,Word Active Users",
    ])
    func `other reports with assigned products are not taken`(_ header: String) {
        #expect(AssignedProductsLayout(header: titles(header)) == nil)
        #expect(AssignedProductsLayout(header: titles("UPN,Assigned Products")) != nil)
    }

    @Test func `a bad date and a concealed name are told`() throws {
        let file = try ListFile(
            "Report Refresh Date,UPN,Is Deleted,Assigned Products\nsoon,a@x,perhaps,X\n"
                + ",ffffffffffffffffffffffffffffffff,,X\n"
        )
        #expect(
            file.people.map(\.extra) == [
                #"{"Assigned Products":"X","Is Deleted":"perhaps","Report Refresh Date":"soon"}"#
            ]
        )
        #expect(file.notes == [[.unreadableFlag, .unreadableDate]])
        #expect(file.rejections == [.concealedName])
    }
}
