/// A fast hash of bytes, the same in every process for the same seed.
///
/// For telling contents apart, not for security: whoever must resist crafted input seeds it at random.
public enum ByteHash {
    /// Hashes bytes.
    public static func hash(_ bytes: UnsafeBufferPointer<UInt8>, seed: UInt64) -> UInt64 {
        let raw = UnsafeRawBufferPointer(bytes)
        let count = raw.count
        var state = seed ^ mix(UInt64(truncatingIfNeeded: count) ^ 0x9E37_79B9_7F4A_7C15, 0xD6E8_FEB8_6659_FD93)
        var offset = 0
        while offset + 8 <= count {
            state = mix(state ^ raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self), 0xA076_1D64_78BD_642F)
            offset += 8
        }
        if offset < count {
            var rest: UInt64 = 0
            while offset < count {
                rest = rest << 8 | UInt64(raw[offset])
                offset += 1
            }
            state = mix(state ^ rest, 0xE703_7ED1_A0B4_28DB)
        }
        return mix(state ^ 0x8EBC_6AF0_9C88_C6E3, 0x5899_65CC_7537_4CC3)
    }

    /// Hashes bytes into two independent halves.
    public static func hash128(
        _ bytes: UnsafeBufferPointer<UInt8>,
        seed: (high: UInt64, low: UInt64)
    ) -> (high: UInt64, low: UInt64) {
        let raw = UnsafeRawBufferPointer(bytes)
        let count = raw.count
        var high = seed.high ^ mix(UInt64(truncatingIfNeeded: count) ^ 0x9E37_79B9_7F4A_7C15, 0xD6E8_FEB8_6659_FD93)
        var low = seed.low &+ UInt64(truncatingIfNeeded: count)
        var offset = 0
        while offset + 8 <= count {
            let word = raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
            high = mix(high ^ word, 0xA076_1D64_78BD_642F)
            low = mix(low &+ word, 0x8BB8_4B93_962E_ACC9)
            offset += 8
        }
        if offset < count {
            var rest: UInt64 = 0
            while offset < count {
                rest = rest << 8 | UInt64(raw[offset])
                offset += 1
            }
            high = mix(high ^ rest, 0xE703_7ED1_A0B4_28DB)
            low = mix(low &+ rest, 0x4B33_A62E_D433_D4A3)
        }
        return (
            mix(high ^ 0x8EBC_6AF0_9C88_C6E3, 0x5899_65CC_7537_4CC3),
            mix(low ^ 0x1D8E_4E27_C47D_124F, 0x72BE_E0C6_55DB_3F2D)
        )
    }

    /// Multiplies to 128 bits and folds the halves into one.
    public static func mix(_ left: UInt64, _ right: UInt64) -> UInt64 {
        let product = left.multipliedFullWidth(by: right)
        return product.high ^ product.low
    }
}
