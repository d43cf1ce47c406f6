import Testing

@testable import UsageStore

struct ReceivedIdentityTests {
    private static let id = "aaaaaaaa-0000-4000-8000-000000000001"

    @Test(arguments: [
        (" Ann@X.com\n", "", "upn:ann@x.com"), ("ann@x.com", "\(id.uppercased()) ", "object:\(id)"),
        (id.uppercased(), "", "object:\(id)"),
        (id, "aaaaaaaa-0000-4000-8000-000000000002", "object:aaaaaaaa-0000-4000-8000-000000000002"),
        ("Not Available", "", "upn:not available"), ("", "10032001", "account:10032001"), ("", "", "account:"),
        ("ann@x.com", "00000000-0000-0000-0000-000000000000", "upn:ann@x.com"),
        ("\0ann@x.com\0", "i:0h.f|x", "upn:ann@x.com"),
        ("ann@x.com", "gaaaaaaa-0000-4000-8000-000000000001", "upn:ann@x.com"),
        ("ann@x.com", "aaaaaaaa0000-4000-8000-0000000000010", "upn:ann@x.com"),
    ])
    func `names and keys tell who is meant`(userID: String, key: String, text: String) {
        #expect(ReceivedIdentity(userID: userID, key: key).text == text)
    }

    @Test func `a user id that is an object id is no name`() {
        #expect(ReceivedIdentity(userID: Self.id, key: "").principalName == nil)
    }

    @Test(arguments: [
        ("Kim_home.org#EXT#@x.com", "kim@home.org"), ("kim_lee_home.org#ext#@x.com", "kim_lee@home.org"),
        ("kim#ext#@x.com", nil), ("_home.org#ext#@x.com", nil), ("kim_#ext#@x.com", nil), ("kim_home.org@x.com", nil),
    ])
    func `a guest's home name is rebuilt from the last underscore`(userID: String, home: String?) {
        #expect(ReceivedIdentity(userID: userID, key: "").guestAlias == home)
    }
}
