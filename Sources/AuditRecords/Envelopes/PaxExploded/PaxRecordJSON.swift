import UsageFormats

/// Rebuilds the JSON of records from their exploded rows.
///
/// What the export only repeats is written once, so that the rebuilt record never tells more values than the record
/// that was exploded. Memory serves one record after another.
struct PaxRecordJSON {
    private let columns: PaxExplodedColumns
    private let host: Int?
    private let workload: Int?
    private let operation: Int?
    /// The time that the record tells, and that of the search.
    private let times: [Int]

    /// The first value of each place outside of arrays, and the latest of each place in one, by the place's number.
    private var values: [TextSlice]
    /// The rows of the latter.
    private var latestRows: [Int32]
    /// Places outside of arrays that have a value, in the order in which they were met.
    private var places: [Int] = []
    /// Values that differ from the first one of their place, and their hashes.
    private var otherValues: [Int: [TextSlice]] = [:]
    private var otherHashes: Set<UInt64> = []
    /// Cells of arrays, in the order of rows.
    private var elements: [[PaxHeldRows.Cell]] = Array(repeating: [], count: PaxArray.allCases.count)
    private var writer = PaxValueWriter()

    init(_ columns: PaxExplodedColumns) {
        self.columns = columns
        host = columns.place(titled: "apphost")
        workload = columns.place(titled: "workload")
        operation = columns.place(titled: "operation")
        times = ["creationtime", "creationdate"].compactMap(columns.place(titled:))
        values = Array(repeating: .empty, count: columns.places.count)
        latestRows = Array(repeating: -1, count: columns.places.count)
    }

    /// Appends the JSON of a record to an arena.
    mutating func append(
        _ record: PaxHeldRows.Record,
        of rows: borrowing PaxHeldRows,
        to arena: inout TextArena
    ) -> TextSlice {
        collect(record, rows)
        let hasEvent = hasEventData(rows.text)
        writer.begin()
        writeTime(rows.text)
        writeMembers(of: .record, rows.text)
        // Without CopilotEventData its columns are what other workloads made of them.
        if !hasEvent { writeMembers(of: .event, isTitled: true, rows.text) }
        if places.contains(where: { columns.places[$0].level == .appIdentity }) {
            writer.openObject(#""AppIdentity":"#)
            writeMembers(of: .appIdentity, rows.text)
            writer.closeObject()
        }
        if hasEvent {
            writer.openObject(#""CopilotEventData":"#)
            writeMembers(of: .event, rows.text)
            for array in PaxArray.allCases { write(array, rows.text) }
            writer.closeObject()
        }
        writer.closeObject()
        return writer.output.withUnsafeBufferPointer { arena.append($0) }
    }

    // MARK: - Collecting

    private mutating func collect(_ record: PaxHeldRows.Record, _ rows: borrowing PaxHeldRows) {
        for place in places { values[place] = .empty }
        places.removeAll(keepingCapacity: true)
        if !otherValues.isEmpty {
            otherValues.removeAll()
            otherHashes.removeAll()
        }
        for index in elements.indices {
            for cell in elements[index] { latestRows[Int(cell.place)] = -1 }
            elements[index].removeAll(keepingCapacity: true)
        }
        rows.forEachCell(of: record) { collect($0, rows.text) }
    }

    private mutating func collect(_ cell: PaxHeldRows.Cell, _ text: borrowing TextArena) {
        let place = Int(cell.place)
        if case .element(let array) = columns.places[place].level {
            // Of two columns for one member, one that says the same says nothing.
            if latestRows[place] == cell.row, text.isEqual(values[place], cell.text) { return }
            elements[array.rawValue].append(cell)
            values[place] = cell.text
            latestRows[place] = cell.row
        } else if values[place].isEmpty {
            values[place] = cell.text
            places.append(place)
        } else if !text.isEqual(values[place], cell.text) {
            let hash = text.withBytes(of: cell.text) { ByteHash.hash($0, seed: UInt64(place)) }
            if otherHashes.insert(hash).inserted { otherValues[place, default: []].append(cell.text) }
        }
    }

    /// Whether the record has CopilotEventData: it has a value that only this holds, or is an interaction by name.
    private func hasEventData(_ text: borrowing TextArena) -> Bool {
        if elements.contains(where: { !$0.isEmpty }) { return true }
        var hasUncertain = false
        for place in places where columns.places[place].level == .event && !isFallback(place, text) {
            if columns.places[place].isTelling { return true }
            hasUncertain = true
        }
        guard hasUncertain, let operation else { return false }
        return text.string(values[operation]).lowercased().hasSuffix("interaction")
    }

    /// Whether the value is the workload, which the export gives in the place of a missing AppHost.
    private func isFallback(_ place: Int, _ text: borrowing TextArena) -> Bool {
        guard place == host, let workload else { return false }
        return text.isEqual(values[place], values[workload])
    }

    // MARK: - Writing

    /// Writes the time of the record, or that of the search where only this one can be read.
    private mutating func writeTime(_ text: borrowing TextArena) {
        let told = times.filter { !values[$0].isEmpty }
        let readable = told.first { time in text.withBytes(of: values[time]) { DateText.instant($0) } != nil }
        guard let best = readable ?? told.first else { return }
        // Of members with one key the last counts, and the decoder keeps the others beside it.
        if best != told[0] { write(told[0], text) }
        write(best, text)
    }

    private mutating func writeMembers(
        of level: PaxPlace.Level,
        isTitled: Bool = false,
        _ text: borrowing TextArena
    ) {
        for place in places where columns.places[place].level == level && !times.contains(place) {
            if let original = columns.original(of: place), !values[original].isEmpty { continue }
            if !isFallback(place, text) { write(place, isTitled: isTitled, text) }
        }
    }

    private mutating func write(_ place: Int, isTitled: Bool = false, _ text: borrowing TextArena) {
        let kind = columns.places[place]
        let key = isTitled ? kind.titleKey : kind.key
        for other in otherValues[place] ?? [] { writer.write(key, other, kind.content, text) }
        writer.write(key, values[place], kind.content, text)
    }

    /// Writes an array up to the last row that tells something of it.
    private mutating func write(_ array: PaxArray, _ text: borrowing TextArena) {
        let cells = elements[array.rawValue]
        guard let last = cells.last?.row else { return }
        writer.openArray(array.key)
        var index = 0
        for row in 0...last {
            if array == .messageIDs {
                let cell = cells[index].row == row ? cells[index].text : .empty
                writer.writeElement(cell, text)
            } else {
                writer.openObject()
            }
            while index < cells.count, cells[index].row == row {
                let place = columns.places[Int(cells[index].place)]
                if array != .messageIDs { writer.write(place.key, cells[index].text, place.content, text) }
                index += 1
            }
            if array != .messageIDs { writer.closeObject() }
        }
        writer.closeArray()
    }
}

extension TextArena {
    /// Whether two slices hold the same bytes.
    func isEqual(_ left: TextSlice, _ right: TextSlice) -> Bool {
        guard left.count == right.count else { return false }
        return withUnsafeBytes { bytes in
            let (left, right) = (left.range, right.range)
            let raw = UnsafeRawBufferPointer(bytes)
            var offset = 0
            while offset + 8 <= left.count {
                let one = raw.loadUnaligned(fromByteOffset: left.lowerBound + offset, as: UInt64.self)
                let other = raw.loadUnaligned(fromByteOffset: right.lowerBound + offset, as: UInt64.self)
                if one != other { return false }
                offset += 8
            }
            while offset < left.count {
                if raw[left.lowerBound + offset] != raw[right.lowerBound + offset] { return false }
                offset += 1
            }
            return true
        }
    }
}
