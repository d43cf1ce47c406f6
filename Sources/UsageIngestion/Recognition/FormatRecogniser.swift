import AuditRecords
import CSVExports
import UsageFormats

/// A file whose format is known, its header read.
struct RecognisedFile {
    /// What its rows are read with.
    enum Content {
        case auditRows(AuditCSVColumns)
        case list(any ListLayout, ListContent)
    }

    let format: InputFormat
    let window: ByteWindow
    let reader: CSVReader
    let content: Content
}

/// What a list of people tells.
enum ListContent: Sendable {
    /// Who holds Microsoft 365 Copilot.
    case licenses(isWithoutLicenseColumn: Bool)
    /// Who is in the directory.
    case directory(DirectoryLayout)
}

/// Recognises a file's format from its content, never from its name.
struct FormatRecogniser {
    /// The file's name, for messages.
    let file: String

    /// The format that the caller declares.
    let declaredFormat: InputFormat?

    func recognise(_ input: ByteInput) throws -> RecognisedFile {
        do {
            let window = try ByteWindow(input)
            try refuseForeignContent(try window.prefix(4096))
            let reader = try CSVReader(window)
            guard try reader.nextRow(), reader.failure == nil else {
                throw IngestionError.unrecognised(file: file, seen: "line 1 has no header that can be read")
            }
            let header = (0..<reader.fieldCount).map { reader.field($0) }
            let (format, content) = try layout(of: header)
            return RecognisedFile(format: format, window: window, reader: reader, content: content)
        } catch let error as InputError {
            throw IngestionError.notReadable(file: file, error)
        }
    }

    private func refuseForeignContent(_ prefix: [UInt8]) throws {
        guard !prefix.isEmpty else { throw IngestionError.empty(file: file) }
        for (start, kind) in Self.archives where prefix.starts(with: start) {
            throw IngestionError.archive(file: file, kind: kind)
        }
        if prefix.allSatisfy({ $0 == 0 }) {
            throw IngestionError.unrecognised(file: file, seen: "it holds nothing but NUL bytes")
        }
        switch prefix.first(where: { $0 > 0x20 }) {
        case UInt8(ascii: "<"): throw IngestionError.webPage(file: file)
        case UInt8(ascii: "{"), UInt8(ascii: "["):
            throw IngestionError.unrecognised(file: file, seen: "it is JSON")
        default: break
        }
    }

    /// How files begin that hold no text.
    private static let archives: [(start: [UInt8], kind: String)] = [
        ([0x50, 0x4B, 0x03, 0x04], "a workbook or zip archive (it begins with 'PK')"),
        ([0x50, 0x4B, 0x05, 0x06], "an empty zip archive (it begins with 'PK')"),
        ([0xD0, 0xCF, 0x11, 0xE0], "a workbook of an old version of Excel"),
        ([0x1F, 0x8B], "compressed with gzip"),
        (Array("SQLite format 3\0".utf8), "an SQLite database"),
    ]

    private func layout(of header: [String]) throws -> (InputFormat, RecognisedFile.Content) {
        switch declaredFormat {
        case .purviewAuditCSV:
            guard let columns = AuditCSVColumns(header: header) else {
                throw IngestionError.missingColumn(file: file, format: .purviewAuditCSV, expected: "a column AuditData")
            }
            return (.purviewAuditCSV, .auditRows(columns))
        case .licensedUsersCSV, .readinessCSV:
            guard let layout = LicensedUserLayout(header: header, isForced: true), let declaredFormat else {
                throw IngestionError.missingColumn(
                    file: file,
                    format: .licensedUsersCSV,
                    expected: "a column Username, User Principal Name or Email"
                )
            }
            return (declaredFormat, licenseList(layout))
        case .entraUsersCSV:
            guard let layout = DirectoryLayout(header: header, isForced: true) else {
                throw IngestionError.missingColumn(
                    file: file,
                    format: .entraUsersCSV,
                    expected: "a column userPrincipalName or id"
                )
            }
            return (.entraUsersCSV, .list(layout, .directory(layout)))
        case nil:
            return try recognisedLayout(of: header)
        }
    }

    private func recognisedLayout(of header: [String]) throws -> (InputFormat, RecognisedFile.Content) {
        if let columns = AuditCSVColumns(header: header) { return (.purviewAuditCSV, .auditRows(columns)) }
        if let layout = LicensedUserLayout(header: header) {
            return (layout.isReadinessReport ? .readinessCSV : .licensedUsersCSV, licenseList(layout))
        }
        if let layout = DirectoryLayout(header: header) {
            return (.entraUsersCSV, .list(layout, .directory(layout)))
        }
        if LicensedUserLayout(header: header, isForced: true) != nil {
            throw IngestionError.ambiguousList(file: file)
        }
        let titles = header.prefix(8).map { "'\($0.prefix(40))'" }.joined(separator: ", ")
        throw IngestionError.unrecognised(file: file, seen: "line 1 has the \(header.count) columns \(titles)")
    }

    private func licenseList(_ layout: LicensedUserLayout) -> RecognisedFile.Content {
        .list(layout, .licenses(isWithoutLicenseColumn: !layout.hasLicenseColumn))
    }
}
