import Testing

import UsageFormats

@testable import CSVExports

struct ListDecoderTests {
    @Test(arguments: ["0123456789abcdef0123456789ABCDEF", "ffffffffffffffffffffffffffffffff"])
    func `concealed names are rejected`(_ name: String) throws {
        #expect(try ListFile.licenses("UPN,HasCopilot\n\(name),True\n").rejections == [.concealedName])
        #expect(try ListFile.directory("UPN,Department\n\(name),Sales\n").rejections == [.concealedName])
    }

    @Test(arguments: [
        "0123456789abcdef0123456789abcde", "0123456789abcdef0123456789abcdeg", "0123456789abcdef0123456789abcdef0",
    ])
    func `names that only look like tokens are names`(_ name: String) throws {
        #expect(try ListFile.licenses("UPN,HasCopilot\n\(name),True\n").people.map(\.userPrincipalName) == [name])
    }

    @Test(arguments: ["", "  ", "\"\""])
    func `a row without a name is rejected`(_ name: String) throws {
        let file = try ListFile.licenses("UPN,HasCopilot\n\(name),True\nb@x,True\n")
        #expect(file.rejections == [.missingUser])
        #expect(file.people.map(\.userPrincipalName) == ["b@x"])
    }

    @Test func `a name is trimmed and keeps its case`() throws {
        #expect(try ListFile.licenses("UPN,HasCopilot\n Anna@X ,True\n").people.map(\.userPrincipalName) == ["Anna@X"])
    }

    @Test func `ragged rows load with a note, and no cell is lost`() throws {
        let file = try ListFile.directory("upn,displayName,department\na@x,A\nb@x,B,Sales,more,\nc@x,C,Legal\n")
        #expect(file.people.map(\.userPrincipalName) == ["a@x", "b@x", "c@x"])
        #expect(file.notes == [[.raggedRow], [.raggedRow], []])
        #expect(file.people.map(\.department) == ["", "Sales", "Legal"])
        #expect(file.people.map(\.extra) == [nil, #"{"column 4":"more"}"#, nil])
    }

    @Test(arguments: ["upn,Department", "\u{FEFF}upn,Department", "UPN, department ", "\"upn\",\"Department\""])
    func `a repeated header is no person`(_ line: String) throws {
        let file = try ListFile.directory("upn,Department\na@x,Sales\n\(line)\nb@x,Legal\n")
        #expect(file.people.map(\.userPrincipalName) == ["a@x", "b@x"])
        #expect(file.results[1] == .repeatedHeader)
        #expect(file.results.count == 3)
    }

    @Test func `bytes that are not UTF-8 are read as Windows-1252, with a note`() throws {
        let bytes = Array("upn,department\na@x,Verk_ufe\nb@x,Käufe\n".utf8).map { $0 == UInt8(ascii: "_") ? 0xE4 : $0 }
        let file = try ListFile(bytes) { DirectoryLayout(header: $0) }
        #expect(file.people.map(\.department) == ["Verkäufe", "Käufe"])
        #expect(file.notes == [[.notUTF8], []])
    }

    @Test func `lines before the header are skipped`() throws {
        let file = try ListFile.directory("version:v1.0\nuserPrincipalName,department\na@x,Sales\n\n\nb@x,Legal\n\n")
        #expect(file.people.map(\.department) == ["Sales", "Legal"])
        #expect(file.results.count == 2)
    }

    @Test func `semicolons and tabs separate as well`() throws {
        #expect(try ListFile.directory("upn;department\na@x;Sales, EMEA\n").people.map(\.department) == ["Sales, EMEA"])
        #expect(
            try ListFile.directory("upn\tdepartment\na@x\tSales, EMEA\n").people.map(\.department) == ["Sales, EMEA"]
        )
    }

    @Test func `a NUL byte costs its row`() throws {
        let file = try ListFile.directory("upn,department\na\u{0}@x,Sales\nb@x,Legal\n")
        #expect(file.rejections == [.containsNUL])
        #expect(file.people.map(\.userPrincipalName) == ["b@x"])
    }

    @Test func `a quote that is never closed costs its row`() throws {
        let rows = (0..<20).map { "user\($0)@x,\"Name, \($0)\",Sales" }
        for index in [0, 7, 19] {
            var damaged = rows
            damaged[index] = "user\(index)@x,\"Name, \(index),Sales"
            let file = try ListFile.directory("upn,displayName,department\n" + damaged.joined(separator: "\n") + "\n")
            #expect(file.rejections == [.unterminatedQuote])
            #expect(file.people.map(\.userPrincipalName) == (0..<20).filter { $0 != index }.map { "user\($0)@x" })
        }
    }

    @Test func `extra columns are kept as JSON`() throws {
        let file = try ListFile.directory("upn,department,Note,Ä\na@x,S,\"q\"\" \\ \t x\",\"1\n2\"\n")
        #expect(file.people.map(\.extra) == [#"{"Note":"q\" \\ \u0009 x","Ä":"1\u000a2"}"#])
    }

    @Test func `a reason names no one`() throws {
        let file = try ListFile.licenses("UPN,HasCopilot\n0123456789abcdef0123456789abcdef,True\n,True\n")
        guard case .rejected(let concealed) = file.results[0], case .rejected(let missing) = file.results[1] else {
            Issue.record("Both rows are rejected.")
            return
        }
        #expect(!concealed.description.contains("0123456789abcdef"))
        #expect(missing.description == "The row has no user principal name; expected one, or an object id.")
    }
}
