import Foundation

/// A page below `Docs` whose text is made from the code that it describes.
///
/// With `WRITE_DOCS=1` in the environment the page is written instead of compared.
public struct GeneratedPage {
    /// The file's name in `Docs`.
    public let name: String
    /// What the file has to hold.
    public let text: String

    /// Creates a page from its lines.
    public init(_ name: String, lines: [String]) {
        self.name = name
        text = lines.joined(separator: "\n") + "\n"
    }

    /// The first line in which the file differs from the page, for a message; nil when they are the same.
    public func firstDifference() throws -> String? {
        let file = Self.folder.appendingPathComponent(name)
        if ProcessInfo.processInfo.environment["WRITE_DOCS"] == "1" {
            try text.write(to: file, atomically: true, encoding: .utf8)
        }
        let stored = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
        guard stored != text else { return nil }
        let lines = (stored: stored.components(separatedBy: "\n"), expected: text.components(separatedBy: "\n"))
        let number =
            zip(lines.stored, lines.expected).enumerated().first { $1.0 != $1.1 }?.offset
            ?? min(lines.stored.count, lines.expected.count)
        func line(_ all: [String]) -> String { number < all.count ? "'\(all[number])'" : "the end of the file" }
        return """
            Docs/\(name), line \(number + 1): \(line(lines.stored)); expected \(line(lines.expected)). \
            Run 'WRITE_DOCS=1 swift test' to write the page.
            """
    }

    private static let folder = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Docs")
}
