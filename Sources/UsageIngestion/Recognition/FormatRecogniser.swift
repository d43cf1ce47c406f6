import AuditRecords
import CSVExports
import UsageFormats

/// A file whose format is known, its beginning read.
struct RecognisedFile {
    /// What its records are read with.
    enum Content {
        case audit(any AuditEnvelope)
        case list(any ListLayout, ListContent)
    }

    let format: InputFormat
    let opened: OpenedFile
    let content: Content

    var window: ByteWindow { opened.window }
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
            let opened = try OpenedFile(window)
            let (format, content) = try content(of: opened.beginning)
            return RecognisedFile(format: format, opened: opened, content: content)
        } catch let error as InputError {
            throw IngestionError.notReadable(file: file, error)
        } catch is OpeningError {
            throw IngestionError.unrecognised(file: file, seen: "line 1 has no header that can be read")
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
        if prefix.first(where: { $0 > 0x20 }) == UInt8(ascii: "<") { throw IngestionError.webPage(file: file) }
    }

    /// How files begin that hold no text.
    private static let archives: [(start: [UInt8], kind: String)] = [
        ([0x50, 0x4B, 0x03, 0x04], "a workbook or zip archive (it begins with 'PK')"),
        ([0x50, 0x4B, 0x05, 0x06], "an empty zip archive (it begins with 'PK')"),
        ([0xD0, 0xCF, 0x11, 0xE0], "a workbook of an old version of Excel"),
        ([0x1F, 0x8B], "compressed with gzip"),
        (Array("SQLite format 3\0".utf8), "an SQLite database"),
    ]

    private func content(of beginning: FileBeginning) throws -> (InputFormat, RecognisedFile.Content) {
        if let declaredFormat { return (declaredFormat, try declaredContent(of: beginning, declaredFormat)) }
        for type in AuditEnvelopes.all {
            guard let envelope = type.init(beginning, isDeclared: false) else { continue }
            return (InputFormat(type), .audit(envelope))
        }
        switch beginning {
        case .rows(_, let header): return try list(of: header)
        case .json(let outline): throw unrecognised(outline)
        }
    }

    // MARK: - Declared formats

    private func declaredContent(
        of beginning: FileBeginning,
        _ format: InputFormat
    ) throws -> RecognisedFile.Content {
        if let type = format.envelope {
            guard let envelope = type.init(beginning, isDeclared: true) else {
                throw IngestionError.missingColumn(file: file, format: format, expected: type.expectation)
            }
            return .audit(envelope)
        }
        let header = if case .rows(_, let header) = beginning { header } else { [String]() }
        if format == .entraUsersCSV {
            guard let layout = DirectoryLayout(header: header, isForced: true) else {
                throw IngestionError.missingColumn(
                    file: file,
                    format: format,
                    expected: "a column userPrincipalName or id"
                )
            }
            return .list(layout, .directory(layout))
        }
        guard let layout = LicensedUserLayout(header: header, isForced: true) else {
            throw IngestionError.missingColumn(
                file: file,
                format: format,
                expected: "a column Username, User Principal Name or Email"
            )
        }
        return licenseList(layout)
    }

    // MARK: - Lists

    private func list(of header: [String]) throws -> (InputFormat, RecognisedFile.Content) {
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

    // MARK: - JSON that is nothing known

    private func unrecognised(_ outline: JSONOutline) -> IngestionError {
        let first = outline.root.firstElement ?? outline.root
        if first.member("error") != nil { return .errorAnswer(file: file, code: Self.errorCode(first)) }
        if first.member("contentUri") != nil {
            return .unrecognised(file: file, seen: "it lists the blobs of an activity feed and holds none of them")
        }
        let keys = first.keys.prefix(8).map { "'\($0.prefix(40))'" }.joined(separator: ", ")
        return .unrecognised(
            file: file,
            seen: keys.isEmpty ? "it is JSON without an object" : "it is JSON whose first object has the keys \(keys)"
        )
    }

    /// The code of an answer that tells of an error: a word, which is safe to show.
    private static func errorCode(_ answer: JSONOutline.Value) -> String? {
        let error = answer.member("error")
        guard let code = error?.member("code")?.text ?? error?.text, code.utf8.count <= 64,
            code.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "_-.".contains($0)) })
        else { return nil }
        return code
    }
}
