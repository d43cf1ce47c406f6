/// Decodes the single-byte encoding that Excel and old scripts write on Western European machines.
public enum Windows1252 {
    /// The characters of the bytes 0x80 to 0x9F; the five unassigned bytes keep their control characters.
    private static let upperControls: [UInt32] = [
        0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
        0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D, 0x017D, 0x008F,
        0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
        0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178,
    ]

    /// The text of the bytes; every byte has a meaning, so nothing fails.
    public static func string(_ buffer: UnsafeBufferPointer<UInt8>) -> String {
        String(decoding: utf8(buffer), as: UTF8.self)
    }

    /// The text of the bytes as UTF-8.
    public static func utf8(_ buffer: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        // No character of this encoding needs more than three bytes; one is spare for the writer.
        [UInt8](unsafeUninitializedCapacity: buffer.count * 3 + 1) { output, count in
            guard let target = output.baseAddress else { return }
            for byte in buffer {
                if byte < 0x80 {
                    target[count] = byte
                    count += 1
                } else {
                    let scalar = byte < 0xA0 ? upperControls[Int(byte) - 0x80] : UInt32(byte)
                    count += UTF8Encoding.write(scalar, to: target + count)
                }
            }
        }
    }
}
