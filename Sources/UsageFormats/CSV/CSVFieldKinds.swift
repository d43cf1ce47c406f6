/// A set of kinds of field, as far as the look of the text tells.
struct CSVFieldKinds: OptionSet, Hashable {
    let rawValue: UInt8

    static let empty = CSVFieldKinds(rawValue: 1)
    static let guid = CSVFieldKinds(rawValue: 2)
    static let integer = CSVFieldKinds(rawValue: 4)
    static let date = CSVFieldKinds(rawValue: 8)
    /// Up to 64 bytes of letters, digits and the marks of names, addresses and identifiers.
    static let word = CSVFieldKinds(rawValue: 16)
    static let other = CSVFieldKinds(rawValue: 32)

    /// Kinds that text in the middle of a field rarely has by chance.
    static let telling: CSVFieldKinds = [.guid, .integer, .date]

    init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    /// The kind of one field, given without its quotes.
    init(of field: UnsafeBufferPointer<UInt8>) {
        if field.isEmpty {
            self = .empty
        } else if GUIDText.parse(field) != nil {
            self = .guid
        } else if field.allSatisfy({ 0x30...0x39 ~= $0 }) {
            self = .integer
        } else if field.count <= 40, DateText.instant(field) != nil {
            self = .date
        } else if field.count <= 64, field.allSatisfy(Self.belongsToWord) {
            self = .word
        } else {
            self = .other
        }
    }

    /// Whether the kinds seen in a column allow this kind; a column of mixed text allows everything.
    func allows(_ kind: CSVFieldKinds) -> Bool {
        contains(.other) || contains(kind)
    }

    private static func belongsToWord(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...0xFF: true
        case 0x20, 0x23, 0x2B, 0x2D, 0x2E, 0x5F, 0x40: true
        default: false
        }
    }
}
