import UsageFormats

/// Reads bytes as CSV, whole and in small pieces: the same rows must come, and nothing may crash or hang.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    let whole = rows(.bytes(bytes))
    let size = max(1, Int(bytes.first ?? 1) % 7)
    let pieces = stride(from: 0, to: bytes.count, by: size).map { Array(bytes[$0..<min($0 + size, bytes.count)]) }
    guard rows(.chunks(pieces)) == whole else { fatalError("other rows in pieces of \(size) bytes") }
    return 0
}

/// All rows, as fields; a failed row is split up or ends the reading, as the loads do it.
private func rows(_ input: ByteInput) -> [[String]] {
    var rows: [[String]] = []
    do {
        let reader = try CSVReader(ByteWindow(input), rowLimit: 1 << 16)
        var lastOffset: Int64 = -1
        while try reader.nextRow() {
            guard reader.byteOffset > lastOffset else { fatalError("the reader does not move on") }
            lastOffset = reader.byteOffset
            if reader.failure != nil {
                rows.append(["failed", reader.rawRow()])
                continue
            }
            rows.append((0..<reader.fieldCount).map { reader.field($0) })
        }
    } catch {
        rows.append(["error"])
    }
    return rows
}
