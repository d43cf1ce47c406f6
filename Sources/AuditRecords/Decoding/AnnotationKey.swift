/// Keys that annotate other members (`@odata.type`, `Name@odata.type`): they belong to the envelope, not to the record.
enum AnnotationKey {
    private static let mark = UInt8(ascii: "@")
    private static let prefix = Array("@odata.".utf8)

    static func isAnnotation(_ key: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let first = key.firstIndex(of: mark) else { return false }
        if first == 0 { return true }
        return key.indices[first...].contains { key[$0] == mark && key[$0...].starts(with: prefix) }
    }
}
