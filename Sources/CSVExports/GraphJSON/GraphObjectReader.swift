import UsageFormats

/// Reads the objects of a Graph answer one by one; one at a time is held in memory.
final class GraphObjectReader {
    /// What the reader has met.
    enum Event {
        /// An object, which ``GraphObjectReader/object`` holds.
        case object(notes: [ListNote])
        case page(JSONPage)
        case rejected(ListRejection)
    }

    /// The object read last.
    var object = GraphObject()

    private let reader: JSONElementReader
    private var lineNumber = 1
    private var byteOffset: Int64 = 0

    /// Starts at the beginning of a file; nil when its window stands somewhere else.
    init?(_ file: OpenedFile, layout: JSONElementReader.Layout) {
        guard case .json = file.beginning, let reader = JSONElementReader(file.window, layout: layout) else {
            return nil
        }
        self.reader = reader
    }

    /// Where the object stands that was read last.
    var place: ListPlace {
        ListPlace(
            position: reader.elementCount,
            lineNumber: lineNumber,
            byteOffset: byteOffset,
            rawText: object.written
        )
    }

    /// Moves to the next event; nil at the end.
    func next() throws -> Event? {
        switch try reader.next() {
        case nil:
            return nil
        case .page(let page):
            return .page(page)
        case .element(let value):
            return read(at: value) { reader.appendElement(to: &$0) }
        case .strayObject(let value, let page):
            // An object by itself, or an answer that tells of an error.
            let event = read(at: value) { $0.append(page.json) }
            return page.isError ? .rejected(Self.errorAnswer) : event
        }
    }

    /// Decodes the next object as a row, or tells of the end of a page; nil at the end of the input.
    func nextRow(
        _ decode: (inout GraphObject, [ListNote]) throws(ListRejection) -> ListRowResult
    ) throws -> ListRowResult? {
        switch try next() {
        case nil: return nil
        case .page(let page): return .page(ListPage(page))
        case .rejected(let rejection): return .rejected(rejection)
        case .object(let notes):
            do throws(ListRejection) {
                return try decode(&object, notes)
            } catch {
                return .rejected(error)
            }
        }
    }

    private func read(at value: JSONStreamValue, _ append: (inout TextArena) -> TextSlice) -> Event {
        lineNumber = value.line
        byteOffset = value.offset
        do throws(ListRejection) {
            let isUTF8 = try object.read(append)
            return .object(notes: isUTF8 ? [] : [.notUTF8])
        } catch {
            return .rejected(value.isBroken ? Self.notJSON : error)
        }
    }

    private static let notJSON = ListRejection(
        code: .brokenJSON,
        description: "The text up to the next line that begins like an object is not JSON; expected an object."
    )

    private static let errorAnswer = ListRejection(
        code: .errorAnswer,
        description: "The page is an answer that tells of an error; expected elements. Repeat the download."
    )
}
