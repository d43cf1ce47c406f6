import UsageFormats

/// Where the columns of an exploded export belong in the records.
struct PaxExplodedColumns: Sendable {
    /// Every place that a cell can go to.
    let places: [PaxPlace]
    /// Columns of the header.
    let count: Int
    /// Columns of CopilotEventData.
    let eventColumnCount: Int
    /// Columns that only this form has.
    let explodedColumnCount: Int

    /// The number of each column's place; negative for none.
    private let placeNumbers: [Int]
    /// The place of cells without a title.
    private let untitled: Int
    /// For each place, the number of the one that it says the same as; negative for none.
    private let originals: [Int]
    private let numbersByTitle: [String: Int]
    /// The columns that hold a record's id, the better one first.
    private let idColumns: [Int]
    private let idTitles: [String]

    /// A member of the elements of an array.
    private struct Member: Hashable {
        let array: PaxArray
        let key: String
    }

    /// Reads a header; nil when it has a column AuditData, or none for the record id.
    init?(header cells: [String]) {
        var places: [PaxPlace] = []
        var numbers: [String: Int] = [:]
        var members: [Member: Int] = [:]
        var placeNumbers: [Int] = []
        func number(of title: String) -> Int {
            let folded = TextFolding.folded(title)
            if let number = numbers[folded] { return number }
            guard let place = PaxPlace(title: title, folded: folded) else { return -1 }
            // Two titles may name one member of an element: AccessedResource_Type and AccessedResource_ResourceType.
            var number = places.count
            if case .element(let array) = place.level {
                let member = Member(array: array, key: TextFolding.folded(String(decoding: place.key, as: UTF8.self)))
                number = members[member] ?? number
                members[member] = number
            }
            if number == places.count { places.append(place) }
            numbers[folded] = number
            return number
        }
        let titles = cells.map { TextFolding.trimmed(String($0.trimmingPrefix("\u{FEFF}"))) }
        for title in titles { placeNumbers.append(number(of: title)) }
        untitled = number(of: "")
        let folded = titles.map(TextFolding.folded)
        idTitles = ["recordid", "id"].filter(folded.contains)
        idColumns = idTitles.compactMap(folded.firstIndex)
        guard !idColumns.isEmpty, !folded.contains("auditdata") else { return nil }
        if !folded.contains("workload"), let host = numbers["apphost"] {
            // A missing AppHost is given as the workload, and without the workload nobody can tell.
            places[host].isTelling = false
        }
        eventColumnCount = places.count { $0.level != .record && $0.level != .appIdentity }
        explodedColumnCount =
            places.count { $0.level != .record } + ["audit_userid", "recordtypenum"].count(where: folded.contains)
        originals = places.map { $0.original.flatMap { numbers[$0] } ?? -1 }
        numbersByTitle = numbers
        count = cells.count
        self.places = places
        self.placeNumbers = placeNumbers
    }

    /// The number of the place of a column, which may lie beyond the header; nil when its cells tell nothing.
    func place(ofColumn column: Int) -> Int? {
        let number = column < placeNumbers.count ? placeNumbers[column] : untitled
        return number >= 0 ? number : nil
    }

    /// The number of the place that a place says the same as.
    func original(of place: Int) -> Int? { originals[place] >= 0 ? originals[place] : nil }

    /// The number of the place of a column, given by its title in lower case.
    func place(titled title: String) -> Int? { numbersByTitle[title] }

    // MARK: - The row that a reader stands on

    /// What tells the row's record from others; nil when the row has no record id.
    func key(of reader: CSVReader) -> PaxRecordKey? {
        for column in idColumns where column < reader.fieldCount {
            if let key = reader.withField(column, PaxRecordKey.init) { return key }
        }
        return nil
    }

    /// Whether the row is the header once more.
    func isHeader(_ reader: CSVReader) -> Bool {
        guard idColumns[0] < reader.fieldCount, reader.writtenLength(ofField: idColumns[0]) < 32 else { return false }
        return TextFolding.folded(String(reader.field(idColumns[0]).trimmingPrefix("\u{FEFF}"))) == idTitles[0]
    }
}

/// What tells records apart: the id, in any case.
enum PaxRecordKey: Hashable, Sendable {
    case guid(UInt64, UInt64)
    case text(String)

    /// Reads an id; nil when there is nothing but blanks.
    init?(_ bytes: UnsafeBufferPointer<UInt8>) {
        if let (high, low) = GUIDText.parse(bytes) {
            self = .guid(high, low)
            return
        }
        var text = TextFolding.folded(String(decoding: bytes, as: UTF8.self))
        guard !text.isEmpty else { return nil }
        self = text.withUTF8 { GUIDText.parse($0) }.map { .guid($0.0, $0.1) } ?? .text(text)
    }
}
