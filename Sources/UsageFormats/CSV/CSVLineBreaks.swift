/// Finds line breaks: LF, CR, or CR LF.
enum CSVLineBreaks {
    /// The number of line breaks.
    static func count(in bytes: UnsafeBufferPointer<UInt8>) -> Int {
        var count = 0
        var previous: UInt8 = 0
        for byte in bytes {
            if byte == 0x0D || byte == 0x0A && previous != 0x0D { count += 1 }
            previous = byte
        }
        return count
    }

    /// The start of the first line that begins after an offset, with the offset at which the line before it ends.
    ///
    /// - Returns: nil if there is no line break, or if a CR at the very end may have its LF yet to come.
    static func nextLine(
        in bytes: UnsafeBufferPointer<UInt8>,
        after offset: Int,
        isEnd: Bool
    ) -> (start: Int, lineEnd: Int)? {
        var index = offset
        while index < bytes.count {
            let byte = bytes[index]
            if byte == 0x0A { return (index + 1, index) }
            if byte == 0x0D {
                if index + 1 < bytes.count { return (index + (bytes[index + 1] == 0x0A ? 2 : 1), index) }
                return isEnd ? (index + 1, index) : nil
            }
            index += 1
        }
        return nil
    }
}
