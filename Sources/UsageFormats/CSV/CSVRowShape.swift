/// What the rows of a CSV file look like at their start; tells where a row begins again after a broken quote.
struct CSVRowShape {
    /// The answer to whether a line begins a row.
    enum Likeness {
        case alike, different
        /// The bytes at hand are too few to tell.
        case undecided
    }

    /// Leading fields that are compared.
    private static let leadingLimit = 5
    /// Bytes of a field beyond which it, and all after it, are left out.
    private static let fieldLimit = 128
    /// Bytes that are looked at to count the fields of a row when their kinds say too little.
    private static let rowLimit = 64 << 10
    /// All good rows up to this number are learnt from, later ones now and then.
    private static let denseRowCount = 64

    /// The number of fields of the header, or 0 if unknown.
    var headerFieldCount: Int
    /// The kinds seen in each leading column.
    private(set) var leading: [CSVFieldKinds]

    init(headerFieldCount: Int = 0, leading: [UInt8] = []) {
        self.headerFieldCount = headerFieldCount
        self.leading = leading.prefix(Self.leadingLimit).map(CSVFieldKinds.init(rawValue:))
    }

    /// Whether the row of this number should be learnt from.
    static func isSample(rowNumber: Int) -> Bool {
        rowNumber <= denseRowCount || rowNumber % denseRowCount == 0
    }

    /// Learns from the leading fields of a good row.
    mutating func learn(fieldCount: Int, kind: (Int) -> (kind: CSVFieldKinds, byteCount: Int)) {
        guard fieldCount == headerFieldCount, fieldCount > 0 else { return }
        var kinds: [CSVFieldKinds] = []
        for index in 0..<min(fieldCount, Self.leadingLimit) {
            let field = kind(index)
            if field.byteCount > Self.fieldLimit { break }
            kinds.append(field.kind)
        }
        if leading.isEmpty {
            leading = kinds
        } else if !isTelling || kinds.contains(where: { CSVFieldKinds.telling.contains($0) }) {
            // A header repeated in the middle, all words, must not soften what the rows have taught.
            leading = zip(leading, kinds).map { $0.union($1) }
        }
    }

    /// Whether the bytes, which start at a line start, begin a row like those before.
    func likeness(of line: UnsafeBufferPointer<UInt8>, delimiter: UInt8, isEnd: Bool) -> Likeness {
        let needsWholeRow = !isTelling
        if needsWholeRow && headerFieldCount == 0 && leading.isEmpty { return .different }
        var fields = CSVLeadingFields(line, delimiter: delimiter)
        var index = 0
        while true {
            let limit = index < leading.count ? Self.fieldLimit : Self.rowLimit
            switch fields.next(limit: limit) {
            case .field(let kind, let endsRow):
                if index < leading.count, !leading[index].allows(kind) { return .different }
                index += 1
                if endsRow { return index == max(headerFieldCount, leading.count) ? .alike : .different }
                if !needsWholeRow, index == leading.count { return .alike }
                if index > max(headerFieldCount, leading.count) { return .different }
            case .tooLong:
                return .different
            case .incomplete:
                if !isEnd { return line.count > Self.rowLimit ? .different : .undecided }
                return .different
            case .incompleteUnquoted(let kind):
                if !isEnd { return line.count > Self.rowLimit ? .different : .undecided }
                if index < leading.count, !leading[index].allows(kind) { return .different }
                return index + 1 == max(headerFieldCount, leading.count) ? .alike : .different
            }
        }
    }

    /// Whether the kinds alone set a row apart from text.
    private var isTelling: Bool {
        leading.contains { !$0.isDisjoint(with: .telling) && $0.subtracting([.guid, .integer, .date, .empty]).isEmpty }
    }
}
