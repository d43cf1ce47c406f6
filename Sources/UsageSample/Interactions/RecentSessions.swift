/// Who used Copilot a moment ago: much of the use comes in sessions of several turns.
struct RecentSessions: Sendable {
    private struct Turn: Sendable {
        var person: Int
        var host: Int
        var instant: Int
    }

    private var turns: [Turn] = []
    private var oldest = 0

    /// The number of turns that are remembered, of the whole tenant.
    private static let capacity = 48
    /// The longest pause inside a session, in seconds.
    private static let pause = 2400

    /// A person who goes on, and where: in the same place or another; nil when the turn begins a session.
    func turn(at instant: Int, _ random: inout RandomSource) -> (person: Int, host: Int)? {
        guard random.chance(0.55), !turns.isEmpty else { return nil }
        let last = turns[random.below(turns.count)]
        guard instant - last.instant < RecentSessions.pause else { return nil }
        return (last.person, random.chance(0.85) ? last.host : AppHost.mix.drawIndex(&random))
    }

    /// Remembers a turn in the place of the oldest one.
    mutating func remember(person: Int, host: Int, at instant: Int) {
        let turn = Turn(person: person, host: host, instant: instant)
        guard turns.count == RecentSessions.capacity else {
            turns.append(turn)
            return
        }
        turns[oldest] = turn
        oldest = (oldest + 1) % RecentSessions.capacity
    }
}
