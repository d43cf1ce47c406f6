/// Writes JSON without the white space between its parts, so that the same value always is the same text.
enum JSONCompaction {
    /// Copies valid JSON.
    static func compact(_ json: UnsafeBufferPointer<UInt8>) -> String {
        var output: [UInt8] = []
        output.reserveCapacity(json.count)
        var isInString = false
        var isEscaped = false
        for byte in json {
            if isInString {
                if isEscaped {
                    isEscaped = false
                } else if byte == UInt8(ascii: "\\") {
                    isEscaped = true
                } else if byte == UInt8(ascii: "\"") {
                    isInString = false
                }
            } else if byte == UInt8(ascii: "\"") {
                isInString = true
            } else if byte <= 0x20 {
                continue
            }
            output.append(byte)
        }
        return String(decoding: output, as: UTF8.self)
    }

    /// Copies valid JSON.
    static func compact(_ json: String) -> String {
        var json = json
        return json.withUTF8 { compact($0) }
    }
}
