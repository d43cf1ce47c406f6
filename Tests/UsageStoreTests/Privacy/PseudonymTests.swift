import Testing

@testable import UsageStore

/// Tokens keep the form of what they stand for, and what is equal in any case stays so.
struct PseudonymTests {
    private let pseudonyms = Pseudonyms()

    @Test(arguments: [
        "ann@contoso.com", "Ann@Contoso.com", "x_y.com#EXT#@contoso.onmicrosoft.com", "Quarterly Plan.docx",
        "https://contoso.sharepoint.com/sites/Finance/Shared%20Documents/Plan.docx?web=1",
        "AAAAAAAA-0000-4000-8000-000000000001", "aAaaaaaa-0000-4000-8000-000000000001", "19:ABC@thread.v2",
    ])
    func `folded equality stays`(text: String) {
        let token = pseudonyms.free(text)
        #expect(token != text)
        #expect(token.lowercased() == pseudonyms.free(text.lowercased()))
        #expect((token == pseudonyms.free(text.lowercased())) == (text == text.lowercased()))
    }

    @Test func `ids of agents keep the words of the platform, and lead to one another`() {
        let guid = "4eb5132b-09a0-432b-bbd0-92e3c9045084"
        let token = pseudonyms.guid(guid)
        #expect(pseudonyms.identifier("CopilotStudio.Declarative.T_\(guid)") == "CopilotStudio.Declarative.T_\(token)")
        #expect(pseudonyms.identifier(guid) == token)
        let schema = pseudonyms.identifier("cr1_travel")
        #expect(
            pseudonyms.identifier("Copilot.Studio.Default-\(guid)-cr1_travel")
                == "Copilot.Studio.Default-\(token)-\(schema)"
        )
    }

    @Test func `JSON keeps its form and loses its texts and numbers`() {
        let json = pseudonyms.json(#"{"Name":"Ann","Id":4711,"On":true,"ann@x.com":["a\"b",null]}"#)
        #expect(json.hasPrefix(#"{"Name":""#))
        #expect(json.contains(#""Id":0,"On":true"#))
        for text in ["Ann", "ann", "4711", "a\\\"b"] { #expect(!json.contains(text)) }
    }

    @Test func `somebody decided what becomes of every column`() async throws {
        let warehouse = try UsageWarehouse.inMemory()
        let undecided = try await warehouse.load(LoadSession()) { transaction in
            try Pseudonymizer.columns(transaction.db).filter { !PseudonymousColumns.isDecided($0.table, $0.column) }
                .map { "\($0.table).\($0.column)" }
        }
        #expect(undecided == [])
    }
}
