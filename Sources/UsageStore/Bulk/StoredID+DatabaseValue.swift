import GRDB

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension StoredID {
    init(_ value: DatabaseValue) {
        switch value.storage {
        case .int64(let integer): self = .integer(integer)
        case .string(let text): self = .text(text)
        case .blob(let bytes) where bytes.count == 16:
            let halves = bytes.withUnsafeBytes { raw in
                (
                    UInt64(bigEndian: raw.loadUnaligned(fromByteOffset: 0, as: UInt64.self)),
                    UInt64(bigEndian: raw.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
                )
            }
            self = .guid(high: halves.0, low: halves.1)
        default: self = .none
        }
    }

    var databaseValue: DatabaseValue {
        switch self {
        case .none: .null
        case .integer(let integer): integer.databaseValue
        case .text(let text): text.databaseValue
        case .guid(let high, let low):
            withUnsafeBytes(of: (high.bigEndian, low.bigEndian)) { Data($0) }.databaseValue
        }
    }
}
