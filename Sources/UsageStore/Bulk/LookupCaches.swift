/// The ids that a load has at hand, one bounded cache per lookup table.
struct LookupCaches: Sendable {
    private var caches = Lookup.all.map { LookupCache<Int64>(capacity: $0.cacheCapacity) }

    mutating func id(of key: LookupKey, in position: Int) -> Int64? { caches[position].value(for: key) }

    mutating func remember(_ id: Int64, for key: LookupKey, in position: Int) { caches[position].insert(id, for: key) }

    mutating func removeAll() {
        for index in caches.indices { caches[index].removeAll() }
    }
}
