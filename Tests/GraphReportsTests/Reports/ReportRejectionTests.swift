import Testing

@testable import GraphReports

struct ReportRejectionTests {
    @Test(
        arguments: [
            (
                ",anna@contoso.com",
                "The row has no report refresh date; expected a day such as 2026-02-03. "
                    + "Export the report again with all columns."
            ),
            (
                "Anna Contoso,anna@contoso.com",
                "The row's report refresh date is not a date; expected a form such as 2026-02-03."
            ),
            (
                "3/2/2026,anna@contoso.com",
                "The row's report refresh date reads as two days, with day and month exchanged; expected a form "
                    + "such as "
                    + "2026-02-03. Load the file as it was downloaded, not as a spreadsheet program saved it."
            ),
            (
                "1999-01-01,anna@contoso.com",
                "The row's report refresh date lies outside the calendar; expected 2019-01-01 to 2040-12-31."
            ),
            (
                "2026-03-02,,Anna Contoso",
                "The row has no user name; expected a user principal name or the token that conceals it. "
                    + "Export the report again with all columns."
            ),
            ("2026-03-02,anna\u{0}@contoso.com", "The row holds a NUL byte; expected text."),
            ("2026-03-02,\"anna@contoso.com", "The row cannot be read: A quoted field has no closing quote."),
        ]
    )
    func `a reason says what was seen and expected, and names no one`(_ row: String, _ expected: String) throws {
        let file = try ReportFile("Report Refresh Date,User Principal Name,Word Copilot Last Activity Date\n\(row)\n")
        #expect(file.rejected.map(\.reason.description) == [expected])
        #expect(file.rejected.allSatisfy { !$0.reason.description.lowercased().contains("anna") })
    }

    @Test func `the reason for broken JSON tells its place and none of its text`() throws {
        let file = try ReportFile(#"[{"userPrincipalName":"anna@contoso.com","x":01}]"#, as: .graphUserDetail)
        let reason = try #require(file.rejected.first?.reason)
        #expect(reason.code == .brokenJSON)
        #expect(reason.description.hasPrefix("The element is not valid JSON. JSON has a malformed number at line 1,"))
        #expect(!reason.description.contains("anna"))
    }
}
