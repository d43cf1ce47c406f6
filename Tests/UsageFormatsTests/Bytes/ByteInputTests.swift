import Foundation
import Testing

import UsageFormats

struct ByteInputTests {
    private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("ByteInputTests-\(UUID())")

    private func withFolder(_ body: () throws -> Void) throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try body()
    }

    @Test func `a file gives its bytes and its size`() throws {
        try withFolder {
            let url = folder.appendingPathComponent("a.csv")
            let bytes = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 / 7) }
            try Data(bytes).write(to: url)
            let input = try ByteInput.file(path: url.path)
            #expect(input.byteCount == 300_000)
            #expect(input.name == url.path)
            #expect(try ByteWindow(input).prefix(400_000) == bytes)
        }
    }

    @Test func `a missing file is not found`() throws {
        let path = folder.appendingPathComponent("missing.csv").path
        let error = try #require(throws: InputError.self) { try ByteInput.file(path: path) }
        #expect(error.code == .notFound)
        #expect(error.description == "File '\(path)' does not exist.")
    }

    @Test func `a folder is an error, not an empty file`() throws {
        try withFolder {
            let error = try #require(throws: InputError.self) { try ByteInput.file(path: folder.path) }
            #expect(error.code == .isDirectory)
            #expect(error.description == "'\(folder.path)' is a folder; expected a file.")
        }
    }

    @Test func `a file is closed when its input goes away`() throws {
        try withFolder {
            let url = folder.appendingPathComponent("a.csv")
            try Data("a".utf8).write(to: url)
            // More than the usual limit of open files.
            for _ in 0..<3_000 {
                #expect(try ByteWindow(.file(path: url.path)).prefix(9).count == 1)
            }
        }
    }

    @Test func `a failed read is passed on`() throws {
        let cause = try #require(throws: InputError.self) { try ByteInput.file(path: "/nowhere/at/all") }
        var reads = 0
        let input = ByteInput(name: "flaky") { buffer throws(InputError) in
            reads += 1
            if reads > 1 { throw cause }
            buffer[0] = 0x61
            return 1
        }
        #expect(throws: cause) { try ByteWindow(input) }
    }
}
