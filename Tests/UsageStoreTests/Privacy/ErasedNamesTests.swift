import Testing

@testable import UsageStore

/// Texts in which names and ids of erased people are found, and those that stay as they are.
struct ErasedNamesTests {
    private let erased: ErasedNames

    init() throws {
        let key = IdentityKey(bytes: Array(repeating: 7, count: 32))
        var names = ErasedNames(key: key, entries: [:])
        for (text, kind) in [
            ("ann.lee@contoso.com", ErasedNames.Kind.name), ("ann_lee_contoso_com", .text), ("ann lee", .text),
            ("aaaaaaaa-0000-4000-8000-000000000001", .objectID), ("jürgen@contoso.com", .name),
        ] {
            names.insert(key.hash(text), ErasedNames.Entry(kind: kind, erasure: 1))
        }
        erased = names
    }

    @Test(arguments: [
        "ann.lee@contoso.com", "Ann.Lee@CONTOSO.com", " ann.lee@contoso.com\n", "<ann.lee@contoso.com>",
        "i:0#.f|membership|ann.lee@contoso.com", "mail to 'ann.lee@contoso.com'.",
        "https://x/?u=ann.lee%40contoso.com&a=1",
        "https://c-my.sharepoint.com/personal/ann_lee_contoso_com/Documents/a.docx",
        "19:AAAAAAAA-0000-4000-8000-000000000001_bbbbbbbb-0000-4000-8000-000000000002@unq.gbl.spaces",
        "aaaaaaaa00004000800000000000001".count == 32 ? "" : "x aaaaaaaa000040008000000000000001 y", "Ann Lee",
        #"{"a":[{"Upn":"ann.lee\u0040contoso.com"}]}"#, #"{"a":"{\"b\":\"ann.lee@contoso.com\"}"}"#,
        #"["Ann Lee",1]"#, "j%C3%BCrgen%40contoso.com",
    ])
    func `is found`(text: String) {
        let scrubbed = erased.scrubbed(text) ?? text
        #expect(scrubbed != text)
        #expect(
            scrubbed.contains("erased")
                || scrubbed.contains(
                    erased.key.hash("aaaaaaaa-0000-4000-8000-000000000001")
                        .objectToken.prefix(8)
                ) || scrubbed.lowercased().contains("_bbbbbbbb")
        )
        for part in ["ann.lee", "ann_lee", "ann lee", "aaaaaaaa", "rgen"] {
            #expect(!scrubbed.lowercased().contains(part))
        }
    }

    @Test(arguments: [
        "", "joann.lee@contoso.com", "ann.lee@contoso.com.example", "Ann Leeds", "bbbbbbbb-0000-4000-8000-000000000002",
        #"{"a":"x\"y","b":[1,"äö\n"]}"#, "{broken \"", "plan of ann lee.docx", "100%", "%4", "ann_lee_contoso_com2",
    ])
    func `is left as it is`(text: String) { #expect(erased.scrubbed(text) == nil) }

    @Test func `spellings that differ stay different and equal ones equal`() {
        let texts = ["x/ann.lee@contoso.com", "x/Ann.Lee@contoso.com", "x/ann.lee@contoso.com"].map {
            erased.scrubbed($0)
        }
        #expect(texts[0] == texts[2])
        #expect(texts[0] != texts[1])
    }

    @Test func `an object id decides, and a name where none is known`() {
        func erasure(_ name: String, _ id: String = "") -> Int64? {
            erased.erasure(of: ReceivedIdentity(userID: name, key: id))
        }
        #expect(erasure("ann.lee@contoso.com") == 1)
        #expect(erasure("other@contoso.com", "aaaaaaaa-0000-4000-8000-000000000001") == 1)
        #expect(erasure("ann.lee@contoso.com", "bbbbbbbb-0000-4000-8000-000000000002") == nil)
        #expect(erasure("bob@contoso.com") == nil)
    }
}
