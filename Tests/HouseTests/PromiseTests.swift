import Foundation
import Testing

/// Pages that name a test name one that exists.
@Suite struct PromiseTests {
    @Test(arguments: ["README.md", "Docs/Guides/Reliability.md"])
    func `each promise names a test or a script that is there`(page: String) throws {
        let root = ImportTests.root.path
        let text = try String(contentsOfFile: "\(root)/\(page)", encoding: .utf8).replacing(
            #/\n *(?=[^|\n#])/#,
            with: " "
        )
        let files = try FileManager.default.subpathsOfDirectory(atPath: "\(root)/Tests")
        var promiseCount = 0
        for promise in text.matches(
            of: #/`(\w+(?:Tests|Contract))`: ([^;|()]+?) *(?:;|\||\)|\. |\.$|$)/#.anchorsMatchLineEndings()
        ) {
            let (suite, name) = (String(promise.output.1), String(promise.output.2).replacing("  ", with: " "))
            let file = try #require(files.first { $0.hasSuffix("/\(suite).swift") }, "\(suite)")
            let source = try String(contentsOfFile: "\(root)/Tests/\(file)", encoding: .utf8)
            #expect(source.contains("func `\(name)`("), "\(page): \(suite) has no test '\(name)'")
            promiseCount += 1
        }
        #expect(promiseCount >= 10)
        for script in text.matches(of: #/`(Tests/[^` ]+)/#).map({ String($0.output.1) }) {
            #expect(FileManager.default.fileExists(atPath: "\(root)/\(script)"), "\(page): \(script)")
        }
    }
}
