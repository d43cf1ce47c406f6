import AuditRecords
import CSVExports
import GraphReports
import UsageFormats

/// A file whose format is known, its beginning read.
struct RecognisedFile {
    /// What its records are read with.
    enum Content {
        case audit(any AuditEnvelope)
        case report(ReportForm)
        case list(any ListForm)
    }

    let format: InputFormat
    let opened: OpenedFile
    let content: Content

    var window: ByteWindow { opened.window }
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
        if prefix.starts(with: Array("HTTP/".utf8)) {
            throw IngestionError.unrecognised(file: file, seen: "it begins with the headers of an HTTP answer")
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
        // An empty page may be of either; only a report is recognised by what it says of itself.
        if let report = ReportForm(beginning) { return (InputFormat(report.format), .report(report)) }
        for type in AuditEnvelopes.all {
            guard let envelope = type.init(beginning, isDeclared: false) else { continue }
            return (InputFormat(type), .audit(envelope))
        }
        switch ListForms.recognise(beginning) {
        case .list(let form):
            guard let format = InputFormat(rawValue: form.format) else { break }
            return (format, .list(form))
        case .ambiguous: throw IngestionError.ambiguousList(file: file)
        case .foreign: break
        }
        throw unrecognised(beginning)
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
        if let declared = format.report {
            guard let report = ReportForm(beginning, declared: declared) else {
                throw IngestionError.missingColumn(file: file, format: format, expected: declared.expectation)
            }
            return .report(report)
        }
        guard let form = ListForms.form(of: beginning, declaredAs: format.rawValue) else {
            let expected = ListForms.expectation(of: format.rawValue) ?? "one of its headers"
            throw IngestionError.missingColumn(file: file, format: format, expected: expected)
        }
        return .list(form)
    }

    // MARK: - Nothing known

    private func unrecognised(_ beginning: FileBeginning) -> IngestionError {
        switch beginning {
        case .json(let outline): return unrecognised(outline)
        case .rows(_, let header):
            let titles = header.prefix(8).map { "'\($0.prefix(40))'" }.joined(separator: ", ")
            return .unrecognised(file: file, seen: "line 1 has the \(header.count) columns \(titles)")
        }
    }

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
