/// A cache of bounded size that forgets what was not asked for lately.
///
/// Two generations: when the young one is full it becomes the old one and the old one is dropped; an entry found in
/// the old generation moves to the young one. Every operation takes constant time.
struct GenerationalCache<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    private var young: [Key: Value] = [:]
    private var old: [Key: Value] = [:]
    private let generationSize: Int

    /// - Parameter capacity: The most entries that are kept.
    init(capacity: Int) { generationSize = max(1, capacity / 2) }

    mutating func value(for key: Key) -> Value? {
        if let value = young[key] { return value }
        guard let value = old[key] else { return nil }
        insert(value, for: key)
        return value
    }

    mutating func insert(_ value: Value, for key: Key) {
        if young.count >= generationSize {
            old = young
            young = Dictionary(minimumCapacity: generationSize)
        }
        young[key] = value
    }

    mutating func removeAll() {
        young.removeAll()
        old.removeAll()
    }
}
