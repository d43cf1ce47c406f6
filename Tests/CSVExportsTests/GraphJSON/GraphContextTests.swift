import Testing

@testable import CSVExports

struct GraphContextTests {
    @Test(arguments: [
        "https://graph.microsoft.com/v1.0/$metadata#users", "https://x/beta/$metadata#Users(id,manager(id))",
        "#users/$entity", "#users(id)/$entity", "#users/$delta",
    ])
    func `users are told from what belongs to them`(_ context: String) {
        #expect(GraphContext(context).isUsers)
    }

    @Test(arguments: [
        "", "users", "#users('1')", "#users('1')/licenseDetails", "#users/1", "#usersRegistration",
        "#auditLogs/signIns",
    ])
    func `other contexts are not of users`(_ context: String) {
        #expect(!GraphContext(context).isUsers)
    }

    @Test func `the selection is without what was expanded`() {
        #expect(
            GraphContext("#users(id, Department,manager(id,x(y)),mail)").selection == [
                "id", "department", "manager", "mail",
            ]
        )
        #expect(GraphContext("#users(id,department").selection == ["id", "department"])
        #expect(GraphContext("#users()").selection.isEmpty)
        #expect(GraphContext("#users").selection.isEmpty)
    }

    @Test func `escapes are taken out, and left where they are none`() {
        #expect(GraphContext.unescaped(#"a\u0027b"#) == "a'b")
        #expect(GraphContext.unescaped(#"a\u00"#) == #"a\u00"#)
        #expect(GraphContext.unescaped("plain") == "plain")
    }
}
