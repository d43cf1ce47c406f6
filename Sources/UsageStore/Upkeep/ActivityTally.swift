import GRDB

/// Adds new interactions to the roll-ups without a look at the facts.
///
/// Right for days on which nothing else changed and whose conversations began in the same transaction; see
/// ``AddedTurns/separate(_:newestKnownThread:)``. All other days are derived anew by ``ActivityUpkeep``, with the same result.
struct ActivityTally {
    let db: Database

    init(_ db: Database) { self.db = db }

    /// Counts the turns in.
    func add(_ turns: [AddedTurn]) throws {
        guard !turns.isEmpty else { return }
        let sorted = turns.sorted { ActivityKey($0) < ActivityKey($1) }
        let shared = Self.sharedThreads(of: sorted)
        let activity = try RowBuffer<ActivityRow>(
            db,
            table: "daily_activity",
            conflict: ActivityRow.adding
        )
        let sharedRows = try RowBuffer<SharedConversationRow>(
            db,
            table: "shared_conversations",
            conflict: SharedConversationRow.adding
        )
        var start = sorted.startIndex
        while start < sorted.endIndex {
            let key = ActivityKey(sorted[start])
            let end = sorted[start...].firstIndex { ActivityKey($0) != key } ?? sorted.endIndex
            var row = ActivityRow(key: key)
            for conversation in conversations(of: sorted[start..<end]) {
                if let thread = conversation.threadID, key.isAdoption, shared.contains(thread) {
                    row.count(conversation, isOwn: false)
                    let prompts = conversation.promptCount
                    try sharedRows.add(SharedConversationRow(key: key, threadID: thread, promptCount: prompts))
                } else {
                    row.count(conversation, isOwn: key.isAdoption)
                }
            }
            try activity.add(row)
            start = end
        }
        try activity.flush()
        try sharedRows.flush()
        try addHours(of: sorted)
    }

    /// The conversations whose turns are in several rows.
    private static func sharedThreads(of sorted: [AddedTurn]) -> Set<Int64> {
        var keys: [Int64: ActivityKey] = [:]
        var shared: Set<Int64> = []
        for turn in sorted where turn.isAdoption {
            guard let thread = turn.threadID else { continue }
            let key = ActivityKey(turn)
            if let known = keys[thread] {
                if known != key { shared.insert(thread) }
            } else {
                keys[thread] = key
            }
        }
        return shared
    }

    /// The turns of one row, by conversation.
    private func conversations(of turns: ArraySlice<AddedTurn>) -> [ConversationPart] {
        var parts: [ConversationPart] = []
        var positions: [Int64: Int] = [:]
        for turn in turns {
            if let thread = turn.threadID, let position = positions[thread] {
                parts[position].add(turn)
                continue
            }
            if let thread = turn.threadID { positions[thread] = parts.count }
            parts.append(ConversationPart(turn))
        }
        return parts
    }

    private func addHours(of turns: [AddedTurn]) throws {
        let hours = try RowBuffer<HourRow>(
            db,
            table: "hourly_activity",
            conflict: HourRow.adding
        )
        var pending: HourRow?
        let sorted = turns.filter(\.isAdoption).map(HourRow.init).sorted { $0.place < $1.place }
        for row in sorted {
            if var sum = pending, sum.place == row.place {
                sum.interactionCount += row.interactionCount
                sum.promptCount += row.promptCount
                pending = sum
            } else {
                if let pending { try hours.add(pending) }
                pending = row
            }
        }
        if let pending { try hours.add(pending) }
        try hours.flush()
    }
}
