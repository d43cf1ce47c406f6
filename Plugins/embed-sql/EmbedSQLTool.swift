import Foundation

/// Writes `enum EmbeddedSQL`: a constant for each file, named like it, and the list of the named questions.
///
/// Run by the build: `embed-sql OUTPUT FILE…`. Nothing else is read or written.
@main
enum EmbedSQLTool {
    static func main() throws {
        let paths = CommandLine.arguments.dropFirst().map { URL(fileURLWithPath: $0) }
        guard let output = paths.first else {
            throw CocoaError(.fileWriteInvalidFileName)
        }
        let files = paths.dropFirst()
        var lines = ["enum EmbeddedSQL {"]
        for file in files {
            let text = try String(contentsOf: file, encoding: .utf8)
            // What stands between the marks is the text of the file, byte for byte.
            lines += ["static let \(name(file)) = ###\"\"\"", text, "\"\"\"###"]
        }
        let questions = files.filter { $0.deletingLastPathComponent().lastPathComponent == "Queries" }
        lines.append("static let queries: [(name: String, sql: String)] = [")
        lines += questions.map { "(\"\(name($0))\", \(name($0)))," }
        lines += ["]", "}", ""]
        try lines.joined(separator: "\n").write(to: output, atomically: true, encoding: .utf8)
    }

    private static func name(_ file: URL) -> String { file.deletingPathExtension().lastPathComponent }
}
