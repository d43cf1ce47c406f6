import Testing

@testable import CSVExports

struct LicenseDetailsTests {
    private func page(_ user: String, _ skus: [String], _ more: String = "") -> String {
        let context = #""@odata.context":"https://graph.microsoft.com/v1.0/$metadata#users(\#(user))/licenseDetails""#
        let details = skus.map { #"{"id":"x", "skuId":"\#($0)","skuPartNumber":"P","servicePlans":[]}"# }
        return "{\(context),\"value\":[\(details.joined(separator: ","))]\(more)}"
    }

    @Test func `each page has the licences of one user`() throws {
        let pages = [
            page("'11111111-0000-4000-8000-000000000001'", [copilotID.uppercased(), otherID]), page("'b'", []),
        ]
        for json in ["[\(pages.joined(separator: ","))]", pages.joined(separator: "\n")] {
            let file = try ListFile(json)
            #expect(file.format == "graph-licenses-json")
            #expect(file.contents?.isOfSomePeople == true && file.contents?.licenseScope == .everySKU)
            #expect(file.details.map(\.userID) == ["11111111-0000-4000-8000-000000000001", "b"])
            #expect(file.details.map(\.licenses) == [licenses(copilot, otherID), []])
            #expect(file.details.map(\.isComplete) == [true, true])
            #expect(file.details[1].extra == nil)
            #expect(file.details[0].extra?.hasPrefix(#"[{"id":"x","skuId":"639DEC6B"#) == true)
            #expect(file.pages.count == 2)
            guard case .page = file.results[1] else {
                Issue.record("A page ends after its licences.")
                continue
            }
        }
    }

    @Test(arguments: [
        ("'anna%40contoso.com'", "anna@contoso.com"), ("'o''brien@contoso.com'", "o'brien@contoso.com"),
        (#"\u0027b@x\u0027"#, "b@x"), ("'a(b)c'", "a(b)c"), ("'%zz%4'", "%zz%4"),
    ])
    func `the context names the user`(_ written: String, _ name: String) throws {
        #expect(try ListFile(page(written, [otherID])).details.map(\.userID) == [name])
    }

    @Test func `an element outside of pages is of nobody who is known`() throws {
        let file = try ListFile(#"[{"skuId":"\#(otherID)","servicePlans":[]},{"skuId":"\#(copilotID)"}]"#)
        #expect(file.details.map(\.userID) == [nil])
        #expect(file.details.map(\.licenses) == [licenses(otherID, copilot)])
        #expect(file.pages.isEmpty)
    }

    @Test func `licences that cannot be read, or lie on another page, make them incomplete`() throws {
        let cut = try ListFile(page("'a'", [otherID], #","@odata.nextLink":"https://x""#))
        #expect(cut.details.map(\.isComplete) == [false])
        #expect(cut.pages.map(\.hasNextPage) == [true])
        let broken = try ListFile("[\(page("'a'", ["SPE_E5", otherID])),\(page("'b'", [otherID]))]")
        #expect(broken.rejections == [.missingSKU])
        #expect(broken.details.map(\.isComplete) == [false, true])
        #expect(broken.details.map(\.licenses) == [licenses(otherID), licenses(otherID)])
    }

    @Test func `an error between pages is of no user`() throws {
        let file = try ListFile("[\(page("'a'", [otherID])),{\"error\":{\"code\":\"x\"}},\(page("'b'", [copilotID]))]")
        #expect(file.rejections == [.errorAnswer])
        #expect(file.details.map(\.userID) == ["a", "b"])
        #expect(file.details.map(\.isComplete) == [true, true])
    }
}
