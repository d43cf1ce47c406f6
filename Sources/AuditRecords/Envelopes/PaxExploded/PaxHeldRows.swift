import UsageFormats

/// The rows of a batch, put together by record: their cells that say something, in one arena.
struct PaxHeldRows {
    /// A cell of a record, in a list of all of them.
    struct Cell {
        var text: TextSlice
        /// The ordinal of its row within the record, from 0.
        var row: Int32
        var place: Int32
        /// The record's next cell, negative behind the last.
        var next: Int32 = -1
    }

    /// The rows of one record.
    struct Record {
        /// Ordinal, line and place in the text of the first row.
        let position: Int
        let lineNumber: Int
        let byteOffset: Int64
        fileprivate(set) var firstCell: Int32 = -1
        fileprivate var lastCell: Int32 = -1
        fileprivate(set) var rowCount: Int32 = 0
        /// The rows, but the first, that come behind rows of other records.
        fileprivate(set) var laterRuns: [Int32] = []
        fileprivate var byteCount = 0
        /// Whether the rows together are longer than any record may be; its cells are then incomplete.
        fileprivate(set) var isTooLong = false
        /// The text of the rows, where it may be needed.
        fileprivate(set) var rawText = ""
    }

    /// Bytes of a rejected record's rows that are kept as its text.
    static let rawTextLimit = 1 << 20

    private(set) var text = TextArena()
    private(set) var cells: [Cell] = []
    /// In the order of their first rows.
    private(set) var records: [Record] = []
    /// What tells the record of the row added last; nil before the first one.
    private(set) var currentKey: PaxRecordKey?

    private let columns: PaxExplodedColumns
    private let recordByteLimit: Int
    private var current = 0
    private var indices: [PaxRecordKey: Int] = [:]
    private var rawByteCount = 0
    private let timePlaces: [Int]

    /// - Parameter recordByteLimit: The greatest size of a record, with what it takes to hold its cells.
    init(_ columns: PaxExplodedColumns, recordByteLimit: Int) {
        self.columns = columns
        self.recordByteLimit = recordByteLimit
        timePlaces = ["creationtime", "creationdate"].compactMap(columns.place(titled:))
    }

    /// The memory taken, in bytes.
    var byteCount: Int { text.count + cells.count * MemoryLayout<Cell>.stride + rawByteCount }

    /// Adds the row that a reader stands on.
    mutating func add(_ reader: CSVReader, key: PaxRecordKey) {
        turn(to: key, reader)
        let cellsBefore = cells.count
        var room = recordByteLimit - records[current].byteCount
        reader.forEachFilledField { column in
            guard room >= 0, let place = columns.place(ofColumn: column) else { return }
            let slice = reader.appendField(column, to: &text)
            append(Cell(text: slice, row: records[current].rowCount, place: Int32(truncatingIfNeeded: place)))
            room -= Int(slice.count) + MemoryLayout<Cell>.stride
        }
        keepRawText(reader, isDoubtful: room < 0 || records[current].rowCount == 0 && !hasTime(cells[cellsBefore...]))
        if room < 0 { records[current].isTooLong = true }
        records[current].byteCount = recordByteLimit - room
        records[current].rowCount += 1
    }

    /// Makes the rows that follow begin records anew, as behind the header of another export.
    mutating func closeRecords() {
        currentKey = nil
        indices.removeAll(keepingCapacity: true)
    }

    /// Calls `body` with the cells of a record, row by row, from left to right.
    ///
    /// Rows that come behind those of other records go on with the record; where they are its first rows once more, as
    /// behind another copy of the export, they say nothing.
    func forEachCell(of record: Record, _ body: (Cell) -> Void) {
        if !record.laterRuns.isEmpty { return runs(of: record).joined().forEach(body) }
        var index = record.firstCell
        while index >= 0 {
            body(cells[Int(index)])
            index = cells[Int(index)].next
        }
    }

    /// The cells of each run of adjacent rows, without copies of the first run.
    private func runs(of record: Record) -> [[Cell]] {
        var starts = record.laterRuns[...]
        var runs: [[Cell]] = [[]]
        var runStart: Int32 = 0
        var dropped: Int32 = 0
        var index = record.firstCell
        while index >= 0 {
            var cell = cells[Int(index)]
            index = cell.next
            if let start = starts.first, cell.row >= start {
                starts.removeFirst()
                dropped += dropCopy(&runs, rowCount: start - runStart)
                runStart = start
                runs.append([])
            }
            cell.row -= dropped
            runs[runs.count - 1].append(cell)
        }
        _ = dropCopy(&runs, rowCount: record.rowCount - runStart)
        return runs
    }

    /// Drops the last run when it is a copy of the first; returns the number of rows dropped.
    private func dropCopy(_ runs: inout [[Cell]], rowCount: Int32) -> Int32 {
        guard runs.count > 1, let last = runs.last, let offset = last.first?.row, last.count == runs[0].count else {
            return 0
        }
        let isCopy = zip(runs[0], last).allSatisfy { first, cell in
            first.place == cell.place && first.row == cell.row - offset && text.isEqual(first.text, cell.text)
        }
        guard isCopy else { return 0 }
        runs.removeLast()
        return rowCount
    }

    private mutating func turn(to key: PaxRecordKey, _ reader: CSVReader) {
        if key == currentKey { return }
        currentKey = key
        if let index = indices[key] {
            current = index
            records[index].laterRuns.append(records[index].rowCount)
        } else {
            current = records.count
            indices[key] = current
            records.append(
                Record(position: reader.rowNumber - 1, lineNumber: reader.lineNumber, byteOffset: reader.byteOffset)
            )
        }
    }

    private mutating func append(_ cell: Cell) {
        let index = Int32(truncatingIfNeeded: cells.count)
        cells.append(cell)
        if records[current].lastCell >= 0 {
            cells[Int(records[current].lastCell)].next = index
        } else {
            records[current].firstCell = index
        }
        records[current].lastCell = index
    }

    /// Keeps the text of the row when its record may turn out to be unreadable: only the want of a time makes it so.
    private mutating func keepRawText(_ reader: CSVReader, isDoubtful: Bool) {
        let length = records[current].rawText.utf8.count
        guard isDoubtful || length > 0, length < Self.rawTextLimit else { return }
        let row = reader.rawRow()
        let rest = Self.rawTextLimit - length
        let kept = row.utf8.count < rest ? row : String(decoding: row.utf8.prefix(rest), as: UTF8.self)
        if length > 0 { records[current].rawText += "\n" }
        records[current].rawText += kept
        rawByteCount += kept.utf8.count
    }

    private func hasTime(_ cells: ArraySlice<Cell>) -> Bool {
        cells.contains { cell in
            timePlaces.contains(Int(cell.place))
                && text.withBytes(of: cell.text) { DateText.instant($0) }
                    .map { Self.certainTimes.contains($0.seconds) } == true
        }
    }

    /// Well inside of the years that records may be of: 2020 to 2037.
    private static let certainTimes: Range<Int64> = 1_577_836_800..<2_145_916_800
}
