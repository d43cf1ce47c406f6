import UsageFormats

@testable import CSVExports

/// What a list file gave, row by row.
struct ListFile {
    var results: [ListRowResult] = []

    init(_ bytes: [UInt8], layout: ([String]) -> (any ListLayout)?) throws {
        let reader = try CSVReader(try ByteWindow(.bytes(bytes)))
        guard try reader.nextRow(), let layout = layout((0..<reader.fieldCount).map(reader.field)) else {
            throw NoHeader()
        }
        let decoder = ListDecoder(reader, layout: layout)
        while let result = try decoder.nextRow() { results.append(result) }
    }

    /// Reads a list of licence holders.
    static func licenses(_ text: String) throws -> ListFile {
        try ListFile(Array(text.utf8)) { LicensedUserLayout(header: $0) }
    }

    /// Reads a directory.
    static func directory(_ text: String) throws -> ListFile {
        try ListFile(Array(text.utf8)) { DirectoryLayout(header: $0) }
    }

    struct NoHeader: Error {}

    var people: [ListedPerson] {
        results.compactMap { if case .person(let person, _) = $0 { person } else { nil } }
    }

    var notes: [[ListNote]] {
        results.compactMap { if case .person(_, let notes) = $0 { notes } else { nil } }
    }

    var rejections: [ListRejection.Code] {
        results.compactMap { if case .rejected(let rejection) = $0 { rejection.code } else { nil } }
    }
}

/// The cells of a header written with commas.
func titles(_ header: String) -> [String] {
    header.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
}
