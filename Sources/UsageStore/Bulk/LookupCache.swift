/// A cache of bounded size from the hash of a row's values to what the row is known by, which forgets what was not asked
/// for lately.
///
/// The keys are hashes already, so that a key's low bits choose one of many sets of four places; within a set the value
/// asked for last comes first, and a new one takes the place of the last. Nothing is ever allocated but for growth, which
/// doubles the places until the capacity is reached.
struct LookupCache<Value: Sendable>: Sendable {
    private struct Place: Sendable {
        var key: LookupKey
        var value: Value
    }

    private static var setSize: Int { 4 }

    private let mostPlaces: Int
    private var places: [Place?]
    private var insertions = 0

    /// - Parameter capacity: The most values that are kept; rounded up to a power of two.
    init(capacity: Int) {
        var count = Self.setSize
        while count < capacity { count *= 2 }
        mostPlaces = count
        places = Array(repeating: nil, count: min(count, 256))
    }

    mutating func value(for key: LookupKey) -> Value? {
        let first = firstPlace(of: key)
        for index in first..<first + Self.setSize {
            guard let place = places[index] else { return nil }
            if place.key == key {
                if index > first { places.swapAt(index, index - 1) }
                return place.value
            }
        }
        return nil
    }

    /// Keeps a value; one with the same key must not be in the cache.
    mutating func insert(_ value: Value, for key: LookupKey) {
        if insertions >= places.count, places.count < mostPlaces { grow() }
        insertions += 1
        let first = firstPlace(of: key)
        for index in stride(from: first + Self.setSize - 1, to: first, by: -1) { places[index] = places[index - 1] }
        places[first] = Place(key: key, value: value)
    }

    mutating func removeAll() {
        places = Array(repeating: nil, count: min(mostPlaces, 256))
        insertions = 0
    }

    private func firstPlace(of key: LookupKey) -> Int {
        Int(truncatingIfNeeded: key.low & UInt64(places.count / Self.setSize - 1)) * Self.setSize
    }

    private mutating func grow() {
        let kept = places
        places = Array(repeating: nil, count: places.count * 2)
        insertions = 0
        for place in kept.reversed() {
            if let place { insert(place.value, for: place.key) }
        }
    }
}
