/// Counts distinct (day, number) pairs that arrive nearly in the order of days.
///
/// Only the days around the newest one are remembered: a pair must not come back more than a day late.
struct DailyDistinct: Sendable {
    private var settled = 0
    private var open: [Int: Set<UInt64>] = [:]

    /// The number of distinct pairs so far.
    var count: Int { open.values.reduce(settled) { $0 + $1.count } }

    /// Adds a pair.
    mutating func insert(_ number: UInt64, onDay day: Int) {
        open[day, default: []].insert(number)
        guard open.count > 3, let oldest = open.keys.min(), let finished = open.removeValue(forKey: oldest) else {
            return
        }
        settled += finished.count
    }
}
