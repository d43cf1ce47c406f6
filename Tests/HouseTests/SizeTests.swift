import Foundation
import Testing

/// Files stay small enough to be read at one sitting, and the embedded SQL small enough to be compiled.
@Suite struct SizeTests {
    @Test func `no source file is longer than 600 lines`() throws {
        for folder in ImportTests.allowed.keys {
            for file in try ImportTests.swiftFiles(in: folder) {
                let lines = try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\n").count
                #expect(lines <= 600, "\(file.lastPathComponent) has \(lines) lines")
            }
        }
    }

    @Test func `the embedded SQL stays within its budget`() throws {
        var total = 0
        for folder in ["Migrations", "Views", "Checks"] {
            let path = ImportTests.root.path + "/Schema/" + folder
            for name in try FileManager.default.contentsOfDirectory(atPath: path) where name.hasSuffix(".sql") {
                let size = try Data(contentsOf: URL(fileURLWithPath: "\(path)/\(name)")).count
                #expect(size <= 5_120, "\(name) has \(size) bytes")
                #expect(name.first?.isLetter == true, "\(name) must begin with a letter to be embedded")
                total += size
            }
        }
        #expect(total <= 153_600)
    }
}
