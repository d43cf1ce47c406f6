/// Planned records in the order of their arrival: a binary heap that holds about an hour of the log.
struct ArrivalQueue: Sendable {
    private var heap: [(record: PlannedRecord, sequence: UInt64)] = []
    private var sequence: UInt64 = 0

    /// The arrival of the next record.
    var nextArrival: Int? { heap.first?.record.arrivedAt }

    /// Adds a record.
    mutating func push(_ record: PlannedRecord) {
        heap.append((record, sequence))
        sequence += 1
        var child = heap.count - 1
        while child > 0 {
            let parent = (child - 1) / 2
            guard precedes(child, parent) else { break }
            heap.swapAt(child, parent)
            child = parent
        }
    }

    /// Removes the record that arrives first; of two that arrive together, the one added first.
    mutating func pop() -> PlannedRecord? {
        guard let first = heap.first else { return nil }
        let last = heap.removeLast()
        guard !heap.isEmpty else { return first.record }
        heap[0] = last
        var parent = 0
        while true {
            var smallest = parent
            for child in [2 * parent + 1, 2 * parent + 2] where child < heap.count && precedes(child, smallest) {
                smallest = child
            }
            guard smallest != parent else { return first.record }
            heap.swapAt(parent, smallest)
            parent = smallest
        }
    }

    private func precedes(_ left: Int, _ right: Int) -> Bool {
        let (first, second) = (heap[left], heap[right])
        guard first.record.arrivedAt == second.record.arrivedAt else {
            return first.record.arrivedAt < second.record.arrivedAt
        }
        return first.sequence < second.sequence
    }
}
