import Foundation
import Testing

/// The table of allowed imports: data flows one way, so each folder may name only what lies below it.
@Suite struct ImportTests {
    /// What each folder may import, besides what is free for all.
    static let allowed: [String: Set<String>] = [
        "Schema": [],
        "Sources/UsageFormats": [],
        "Sources/AuditRecords": ["UsageFormats"],
        "Sources/GraphReports": ["UsageFormats"],
        "Sources/CSVExports": ["UsageFormats"],
        "Sources/UsageStore": ["UsageSchema", "SQLiteDefence", "GRDB", "GRDBSQLite"],
        "Sources/UsageIngestion": ["UsageFormats", "AuditRecords", "GraphReports", "CSVExports", "UsageStore"],
        "Sources/UsageQueries": ["UsageStore"],
        "Sources/UsageSample": ["UsageFormats"],
        "Sources/CopilotUsage": [
            "UsageFormats", "AuditRecords", "GraphReports", "CSVExports", "UsageStore", "UsageIngestion",
            "UsageQueries",
        ],
        "Sources/copilot-usage": ["CopilotUsage", "UsageSample", "ArgumentParser"],
    ]

    /// Modules that every folder may import, except the schema, which imports nothing.
    static let free: Set<String> = [
        "Swift", "Synchronization", "FoundationEssentials", "Foundation", "Glibc", "Musl", "Darwin", "Dispatch",
        "Logging",
        "OrderedCollections", "Collections", "DequeModule", "Crypto", "AsyncAlgorithms",
    ]

    /// Folders of C, which name headers instead of modules.
    static let headers: [String: Set<String>] = ["Sources/SQLiteDefence": ["SQLiteDefence.h", "sqlite3.h"]]

    /// The repository's folder.
    static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    @Test func `every source folder is in the table`() throws {
        let folders = try FileManager.default.contentsOfDirectory(atPath: Self.root.path + "/Sources")
            .filter { !$0.hasPrefix(".") }
            .map { "Sources/" + $0 }
        #expect(Set(folders + ["Schema"]) == Set(Self.allowed.keys).union(Self.headers.keys))
    }

    @Test func `folders of C hold one file each, which includes only what the table allows`() throws {
        for (folder, allowed) in Self.headers {
            let name = folder.components(separatedBy: "/")[1]
            let text = try String(contentsOfFile: "\(Self.root.path)/\(folder)/\(name).c", encoding: .utf8)
            let included = text.matches(of: #/#include [<"](.+)[>"]/#).map { String($0.output.1) }
            #expect(Set(included) == allowed)
            #expect(try FileManager.default.contentsOfDirectory(atPath: "\(Self.root.path)/\(folder)").count == 2)
        }
    }

    @Test(arguments: Self.allowed.keys.sorted()) func `a folder imports only what the table allows`(folder: String)
        throws
    {
        let free = folder == "Schema" ? [] : Self.free
        let allowed = try #require(Self.allowed[folder]).union(free)
        let files = try Self.swiftFiles(in: folder)
        #expect(!files.isEmpty)
        for file in files {
            for module in try Self.imports(of: file) where !allowed.contains(module) {
                Issue.record("\(file.lastPathComponent) in \(folder) imports \(module)")
            }
        }
    }

    @Test func `Foundation stands only where its essentials do not exist`() throws {
        for folder in Self.allowed.keys {
            for file in try Self.swiftFiles(in: folder) {
                let lines = try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\n")
                for (index, line) in lines.enumerated() where line == "import Foundation" {
                    #expect(index > 0 && lines[index - 1] == "#else", "\(file.path)")
                }
            }
        }
    }

    @Test func `the command line holds no SQL`() throws {
        let words = [#"\bselect\b.+\bfrom\b"#, #"\binsert into\b"#, #"\bpragma\b"#]
        for file in try Self.swiftFiles(in: "Sources/copilot-usage") {
            let text = try String(contentsOf: file, encoding: .utf8).lowercased()
            for word in words {
                #expect(text.range(of: word, options: .regularExpression) == nil, "\(file.lastPathComponent): \(word)")
            }
        }
    }

    static func swiftFiles(in folder: String) throws -> [URL] {
        let start = root.appendingPathComponent(folder)
        let found = FileManager.default.enumerator(at: start, includingPropertiesForKeys: nil)
        return (found?.allObjects as? [URL] ?? []).filter { $0.pathExtension == "swift" }
    }

    static func imports(of file: URL) throws -> [String] {
        try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\n").compactMap { line in
            let words = line.split(separator: " ").map(String.init)
            guard let position = words.firstIndex(of: "import"), position + 1 < words.count else { return nil }
            let modifiers: Set<String> = [
                "public", "package", "internal", "fileprivate", "private", "@_exported", "@testable", "@preconcurrency",
            ]
            guard words[..<position].allSatisfy(modifiers.contains) else { return nil }
            return words[position + 1].split(separator: ".").first.map(String.init)
        }
    }
}
