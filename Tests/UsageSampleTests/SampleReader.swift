import Foundation
import UsageSample

/// Reads what a sample wrote, with nothing but a naive CSV splitter and Foundation's JSON.
struct SampleReader {
    let directory: String
    let files: SampleFiles
    let truth: [String: Any]

    /// Writes a tenant to a new temporary folder.
    init(_ options: SampleTenant.Options) throws {
        directory = FileManager.default.temporaryDirectory.appendingPathComponent("usage-sample-\(UUID())").path
        files = try SampleTenant(options: options).write(to: directory)
        let data = try Data(contentsOf: URL(fileURLWithPath: files.truth.path))
        truth = try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
    }

    /// Deletes the folder.
    func remove() {
        try? FileManager.default.removeItem(atPath: directory)
    }

    /// A number of `truth.json`, by the names of its objects.
    func truth(_ path: String...) -> Int? {
        var value: Any? = truth
        for name in path { value = (value as? [String: Any])?[name] }
        return value as? Int
    }

    /// The bytes of a file.
    func bytes(_ file: SampleFiles.File) throws -> Data {
        try Data(contentsOf: URL(fileURLWithPath: file.path))
    }

    /// The rows of a CSV file after its header, and the header.
    func rows(_ file: SampleFiles.File) throws -> (header: [String], rows: [[String]]) {
        let all = SampleReader.split(try bytes(file))
        return (all.first ?? [], Array(all.dropFirst()))
    }

    /// The object in a cell; nil when it is not JSON.
    static func object(_ cell: String) -> [String: Any]? {
        try? JSONSerialization.jsonObject(with: Data(cell.utf8)) as? [String: Any]
    }

    /// Splits CSV by RFC 4180, after a byte order mark.
    private static func split(_ data: Data) -> [[String]] {
        let bytes = [UInt8](data.starts(with: [0xEF, 0xBB, 0xBF]) ? data.dropFirst(3) : data)
        var rows: [[String]] = []
        var row: [String] = []
        var cell: [UInt8] = []
        var isQuoted = false
        var position = 0
        func endCell() {
            row.append(String(decoding: cell, as: UTF8.self))
            cell.removeAll(keepingCapacity: true)
        }
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            switch (byte, isQuoted) {
            case (UInt8(ascii: "\""), true) where position < bytes.count && bytes[position] == byte:
                cell.append(byte)
                position += 1
            case (UInt8(ascii: "\""), _): isQuoted.toggle()
            case (UInt8(ascii: ","), false): endCell()
            case (13, false): break
            case (10, false):
                endCell()
                rows.append(row)
                row.removeAll()
            default: cell.append(byte)
            }
        }
        return rows
    }
}
