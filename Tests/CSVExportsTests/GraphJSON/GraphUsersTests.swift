import Testing
import UsageFormats

@testable import CSVExports

/// How users lie in a file: pages, arrays, lines, and what breaks in them.
struct GraphUsersTests {
    private static let context = #""@odata.context":"https://graph.microsoft.com/v1.0/$metadata#users""#

    @Test(arguments: [
        #"{\#(context),"value":[{"id":"1"},{"id":"2"},{"id":"3"}]}"#,
        #"[{\#(context),"value":[{"id":"1"},{"id":"2"}]},{\#(context),"value":[{"id":"3"}]}]"#,
        "{\(context),\"value\":[{\"id\":\"1\"}]}\n{\(context),\"value\":[{\"id\":\"2\"},{\"id\":\"3\"}]}",
        #"[{"id":"1","jobTitle":null},{"id":"2"},{"id":"3"}]"#,
        "{\"id\":\"1\",\"surname\":\"A\"}\r\n{\"id\":\"2\"}\r\n{\"id\":\"3\"}\r\n",
        #"{"value":[{"id":"1","surname":"A"},{"id":"2"},{"id":"3"}],"@odata.count":3,\#(context)}"#,
        "\u{FEFF}[\n  { \"Id\": \"1\", \"JobTitle\": null },\n  { \"Id\": \"2\" }, { \"ID\": \"3\" }\n]\n",
    ])
    func `users are read however they were saved`(_ json: String) throws {
        let file = try ListFile(json)
        #expect(file.people.map(\.objectID) == ["1", "2", "3"])
        #expect(file.rejections.isEmpty)
        #expect(file.places.last?.position == 3)
    }

    @Test func `a page tells whether another one follows`() throws {
        let next = #""@odata.nextLink":"https://graph.microsoft.com/v1.0/users?$skiptoken=x""#
        let file = try ListFile("[{\(Self.context),\(next),\"value\":[{\"id\":\"1\"}]},{\(Self.context),\"value\":[]}]")
        let context = "https://graph.microsoft.com/v1.0/$metadata#users"
        #expect(
            file.pages == [
                ListPage(hasNextPage: true, context: context), ListPage(hasNextPage: false, context: context),
            ]
        )
        #expect(
            try ListFile(#"{"value":[{"id":"1","surname":""}],"@odata.nextLink":null}"#).pages.map(\.hasNextPage) == [
                false
            ]
        )
        #expect(try ListFile(#"[{"id":"1","surname":""}]"#).pages.isEmpty)
    }

    @Test func `a broken element costs itself alone`() throws {
        let lines = [
            #"{"id":"1","surname":"A"}"#, #"{"id":"2","surname""#, #"{"id":"3","surname":tru}"#, "[1]", #"{"id":"4"}"#,
            #"{"surname":"nobody"}"#, #"{"userPrincipalName":"0123456789abcdef0123456789ABCDEF"}"#,
        ]
        let file = try ListFile(lines.joined(separator: "\n"))
        #expect(file.people.map(\.objectID) == ["1", "4"])
        #expect(file.rejections == [.brokenJSON, .brokenJSON, .notAnObject, .missingUser, .concealedName])
        #expect(file.places[1].lineNumber == 2 && file.places[1].rawText == lines[1])
        #expect(file.places[4].byteOffset == Int64(lines[..<4].joined(separator: "\n").utf8.count + 1))
    }

    @Test func `a reason names no one`() throws {
        let file = try ListFile(
            "{\"id\":\"1\",\"surname\":\"A\"}\n{\"id\":\"secret\",\"surname\":x}\n{\"mail\":\"secret\"}"
        )
        for result in file.results {
            if case .rejected(let rejection) = result { #expect(!rejection.description.contains("secret")) }
        }
        #expect(file.rejections == [.brokenJSON, .missingUser])
    }

    @Test func `a page that tells of an error is rejected`() throws {
        let file = try ListFile(
            "[{\(Self.context),\"value\":[{\"id\":\"1\"}]},{\"error\":{\"code\":\"TooManyRequests\"}}]"
        )
        #expect(file.people.map(\.objectID) == ["1"])
        #expect(file.rejections == [.errorAnswer])
    }

    @Test func `groups and devices among members are no users`() throws {
        let file = try ListFile(
            ##"""
            {"@odata.context":"https://x/$metadata#directoryObjects","value":[
              {"@odata.type":"#microsoft.graph.user","id":"1"}, {"@odata.type":"#microsoft.graph.group","id":"2"}]}
            """##
        )
        #expect(file.people.map(\.objectID) == ["1"])
        #expect(file.rejections == [.notAUser])
    }

    @Test func `a text that ends early is an error`() throws {
        #expect(throws: JSONError.self) { try ListFile("{\(Self.context),\"value\":[{\"id\":\"1\"},{\"id\":") }
    }

    @Test func `bytes that are not UTF-8 are read as Windows-1252, with a note`() throws {
        let bytes = Array(#"[{"id":"1","department":"K_ufe"},{"id":"2","department":"Käufe"}]"#.utf8)
            .map { $0 == UInt8(ascii: "_") ? 0xE4 : $0 }
        let file = try ListFile(bytes)
        #expect(file.people.map(\.department) == ["Käufe", "Käufe"])
        #expect(file.notes == [[.notUTF8], []])
    }

    @Test func `the beginning shows what the list tells`() throws {
        let selected = #""@odata.context":"https://x/$metadata#users(id,Department,manager(id,jobTitle),mail)""#
        let file = try ListFile("{\(selected),\"value\":[{\"id\":\"1\",\"assignedLicenses\":[],\"city\":null}]}")
        #expect(file.contents?.attributes == [.department, .manager, .mail, .licenses, .city])
        #expect(file.contents?.subjects == [.directory, .licenses])
        #expect(file.contents?.licenseScope == .everySKU)
        #expect(try ListFile(#"[{"id":"1","surname":"A"}]"#).contents?.subjects == .directory)
    }

    @Test func `chunks of any size give the same users`() throws {
        let users = (0..<50).map {
            #"{"id":"\#($0)","displayName":"Ä \"\#($0)\" 😀","department":null,"manager":{"id":"m"}}"#
        }
        let bytes = Array("{\(Self.context),\"value\":[\(users.joined(separator: ", \n"))]}".utf8)
        let whole = try ListFile(bytes)
        #expect(whole.people.count == 50)
        for size in [1, 7, 64, 1000] {
            let chunks = stride(from: 0, to: bytes.count, by: size).map {
                Array(bytes[$0..<min($0 + size, bytes.count)])
            }
            let opened = try OpenedFile(try ByteWindow(.chunks(chunks)))
            let reader = try #require(GraphUsersReader(opened, layout: .pages))
            var results: [ListRowResult] = []
            while let result = try reader.nextRow() { results.append(result) }
            #expect(results == whole.results)
        }
    }
}
