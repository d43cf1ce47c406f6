import UsageFormats

/// Decodes the rows of a report that is JSON: pages that Graph answered with, or their elements without the pages.
///
/// One element at a time is held in memory, and its rows are decoded one by one.
final class ReportJSONDecoder {
    /// An element, and how far its rows were decoded.
    private struct Opened {
        let element: ReportElement
        let place: Place
        var nextRow = 0
        /// Whether a rejected row has brought the element's whole text already.
        var isToldWhole = false
    }

    /// Where an element begins.
    private struct Place {
        let line: Int
        let offset: Int64
        /// Whether the element's text is the file's, byte for byte.
        let isExact: Bool
    }

    private let reader: JSONElementReader
    private let kind: ReportKind
    private var json: ReportJSON
    private var opened: Opened?
    /// Rows handed out so far.
    private var rowCount = 0

    /// How often each thing was met so far that belongs to no row.
    private(set) var notes: [ReportNote: Int] = [:]

    init(_ reader: JSONElementReader, kind: ReportKind) {
        self.reader = reader
        self.kind = kind
        json = ReportJSON(kind)
    }

    /// Decodes the next row; nil at the end of the input.
    ///
    /// - Throws: ``JSONError`` when the text around the elements is not JSON; ``InputError`` when reading fails.
    func nextRow() throws -> ReportRow? {
        while true {
            if let row = nextRowOfElement() {
                rowCount += 1
                return row
            }
            guard let event = try reader.next() else { return nil }
            if let rejected = read(event) {
                rowCount += 1
                return .rejected(rejected)
            }
        }
    }

    private func nextRowOfElement() -> ReportRow? {
        guard let opened, opened.nextRow < opened.element.rows.count else { return nil }
        self.opened?.nextRow += 1
        let row = opened.element.rows[opened.nextRow]
        do throws(ReportElement.Failure) {
            return try opened.element.decode(row, &json)
        } catch {
            return .rejected(rejected(row, of: opened, error))
        }
    }

    /// Moves to the next element; the result is one that cannot be read.
    private func read(_ event: JSONElementReader.Event) -> RejectedReportRow? {
        opened = nil
        switch event {
        case .page(let page):
            notes[ReportNote(page.hasNextPage ? .nextPage : .lastPage, page.context), default: 0] += 1
            return nil
        case .element(let value):
            json.open { reader.appendElement(to: &$0) }
            return open(
                Place(line: value.line, offset: value.offset, isExact: true),
                value.isBroken ? .brokenLine : nil
            )
        case .strayObject(let first, let page):
            // An element by itself, or an answer that tells of an error.
            json.open { $0.append(page.json) }
            let place = Place(line: first.line, offset: first.offset, isExact: false)
            return open(place, page.isError ? .errorAnswer : nil)
        }
    }

    /// Makes the element ready whose text is in place.
    ///
    /// - Parameter failure: Why it is known that it cannot be read.
    private func open(_ place: Place, _ failure: ReportRejection?) -> RejectedReportRow? {
        do throws(ReportRejection) {
            if let failure { throw failure }
            try json.parse()
            let element = try ReportElement(kind, &json)
            if let key = element.emptyCollection { notes[ReportNote(.emptyReport, key), default: 0] += 1 }
            opened = Opened(element: element, place: place)
            return nil
        } catch {
            return rejected(place, error, json.rawElement)
        }
    }

    private func rejected(_ row: JSONNode?, of opened: Opened, _ failure: ReportElement.Failure) -> RejectedReportRow {
        guard let row, !failure.isOfElement || opened.isToldWhole else {
            self.opened?.isToldWhole = true
            return rejected(opened.place, failure.reason, json.rawElement)
        }
        var rejected = rejected(opened.place, failure.reason, json.raw(row))
        if opened.place.isExact, !json.isTranscoded {
            let (bytes, lines) = json.offset(of: row)
            rejected.byteOffset += Int64(bytes)
            rejected.lineNumber += lines
        }
        return rejected
    }

    private func rejected(_ place: Place, _ reason: ReportRejection, _ rawText: String) -> RejectedReportRow {
        RejectedReportRow(
            position: rowCount + 1,
            lineNumber: place.line,
            byteOffset: place.offset,
            reason: reason,
            rawText: rawText
        )
    }
}
