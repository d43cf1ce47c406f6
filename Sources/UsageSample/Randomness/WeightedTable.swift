/// Values drawn in proportion to their weights.
struct WeightedTable<Value: Sendable>: Sendable {
    /// The values, in the order given.
    let values: [Value]
    private let cumulative: [Double]

    /// Makes a table; weights need not add up to anything in particular.
    init(_ entries: [(Value, Double)]) {
        values = entries.map(\.0)
        var sum = 0.0
        cumulative = entries.map { entry in
            sum += entry.1
            return sum
        }
    }

    /// The position of a value drawn at random; 0 when all weights are 0.
    func drawIndex(_ random: inout RandomSource) -> Int {
        guard let total = cumulative.last, total > 0 else { return 0 }
        let target = random.unit() * total
        var low = 0
        var high = cumulative.count - 1
        while low < high {
            let middle = (low + high) / 2
            if cumulative[middle] > target { high = middle } else { low = middle + 1 }
        }
        return low
    }

    /// A value drawn at random; the table must not be empty.
    func draw(_ random: inout RandomSource) -> Value {
        values[drawIndex(&random)]
    }
}
