/// Reads fields one by one from bytes that may turn out not to be a row.
struct CSVLeadingFields {
    enum Step {
        case field(CSVFieldKinds, endsRow: Bool)
        /// The field has more bytes than the limit.
        case tooLong
        /// The bytes end inside a quoted field.
        case incomplete
        /// The bytes end where a field may end, too.
        case incompleteUnquoted(CSVFieldKinds)
    }

    private let bytes: UnsafeBufferPointer<UInt8>
    private let delimiter: UInt8
    private var index = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>, delimiter: UInt8) {
        self.bytes = bytes
        self.delimiter = delimiter
    }

    mutating func next(limit: Int) -> Step {
        let start = index
        let end = min(bytes.count, start + limit + 2)
        if start < bytes.count, bytes[start] == 0x22 {
            index += 1
            while index < end {
                guard bytes[index] == 0x22 else {
                    index += 1
                    continue
                }
                if index + 1 == bytes.count {
                    return .incompleteUnquoted(kind(start + 1, index))
                }
                let follower = bytes[index + 1]
                if follower == 0x22 {
                    index += 2
                } else if follower == delimiter || follower == 0x0A || follower == 0x0D {
                    let kind = kind(start + 1, index)
                    index += 2
                    return .field(kind, endsRow: follower != delimiter)
                } else {
                    index += 1
                }
            }
            return end == bytes.count ? .incomplete : .tooLong
        }
        while index < end {
            let byte = bytes[index]
            if byte == delimiter || byte == 0x0A || byte == 0x0D {
                let kind = kind(start, index)
                index += 1
                return .field(kind, endsRow: byte != delimiter)
            }
            index += 1
        }
        return end == bytes.count ? .incompleteUnquoted(kind(start, index)) : .tooLong
    }

    private func kind(_ start: Int, _ end: Int) -> CSVFieldKinds {
        CSVFieldKinds(of: UnsafeBufferPointer(rebasing: bytes[start..<end]))
    }
}
