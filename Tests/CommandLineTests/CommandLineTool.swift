import Foundation
import Synchronization

/// The built program, run as a process of its own.
struct CommandLineTool {
    /// How a run ended.
    struct Run {
        var code: Int32
        var output: String
        var errors: String
    }

    let folder: String
    var environment: [String: String] = [:]

    static var path: String {
        let bundle = CommandLine.arguments.first { $0.hasSuffix(".xctest") } ?? CommandLine.arguments[0]
        return URL(fileURLWithPath: bundle).deletingLastPathComponent().appendingPathComponent("copilot-usage").path
    }

    /// Runs the program to its end.
    func run(_ arguments: String..., input: String? = nil) throws -> Run {
        try run(program: Self.path, arguments, input: input)
    }

    /// Runs a shell script; `$tool` is the program.
    func shell(_ script: String) throws -> Run {
        var tool = self
        tool.environment["tool"] = Self.path
        return try tool.run(program: "/bin/sh", ["-c", script])
    }

    func run(program: String, _ arguments: [String], input: String? = nil) throws -> Run {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        process.environment = ["PATH": "/usr/bin:/bin", "TERM": "xterm"].merging(environment) { $1 }
        // Files rather than pipes: nothing can fill up, and nothing has to be read while the program runs.
        let names = ["in", "out", "err"].map { "\(folder)/.\(UUID().uuidString).\($0)" }
        for name in names { _ = FileManager.default.createFile(atPath: name, contents: nil) }
        if let input { try input.write(toFile: names[0], atomically: false, encoding: .utf8) }
        process.standardInput = FileHandle(forReadingAtPath: names[0])
        process.standardOutput = FileHandle(forWritingAtPath: names[1])
        process.standardError = FileHandle(forWritingAtPath: names[2])
        try process.run()
        process.waitUntilExit()
        let text = try names.map { try String(decoding: Data(contentsOf: URL(fileURLWithPath: $0)), as: UTF8.self) }
        for name in names { try? FileManager.default.removeItem(atPath: name) }
        let code = process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus
        return Run(code: code, output: text[1], errors: text[2])
    }
}
