#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

extension Slice where Base == UnsafeBufferPointer<UInt8> {
    /// The index of the first byte that equals `byte`; the C library's search is vectorised.
    func firstByte(_ byte: UInt8) -> Int? {
        let bytes = UnsafeBufferPointer(rebasing: self)
        guard let start = UnsafeRawPointer(bytes.baseAddress), let found = memchr(start, Int32(byte), bytes.count)
        else {
            return nil
        }
        return startIndex + (UnsafeRawPointer(found) - start)
    }
}
