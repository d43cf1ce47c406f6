import UsageFormats

extension CSVReaderState {
    /// The state as text, as the ledger of loads keeps it.
    var ledgerText: String {
        ([Int(delimiter), rowNumber, lineNumber, headerFieldCount] + leadingFieldKinds.map(Int.init))
            .map(String.init).joined(separator: " ")
    }

    /// Reads a state from such text; nil when it is none.
    init?(ledgerText: String) {
        let numbers = ledgerText.split(separator: " ").compactMap { Int($0) }
        guard numbers.count >= 4, let delimiter = UInt8(exactly: numbers[0]) else { return nil }
        self.init(
            delimiter: delimiter,
            rowNumber: numbers[1],
            lineNumber: numbers[2],
            headerFieldCount: numbers[3],
            leadingFieldKinds: numbers.dropFirst(4).compactMap { UInt8(exactly: $0) }
        )
    }
}
