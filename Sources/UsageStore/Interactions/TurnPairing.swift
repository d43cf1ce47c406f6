/// Which records of one conversation tell the same turn.
///
/// An agent turn in Microsoft 365 Copilot is logged by the agent's runtime (host `m365copilot`, no messages) and some
/// seconds later by the client (with messages); in some channels the runtime logs it twice. Every record is kept; one
/// per turn is counted. The result depends only on the records, not on the order in which they were loaded.
struct TurnPairing {
    struct Record {
        var id: Int64
        /// Lower-case text of the record id; decides between records of one second.
        var recordID: String
        var userID: Int64
        var occurredAt: Int64
        var agentID: Int64?
        var foldedHost: String
        var hasMessages: Bool
    }

    /// How long after the runtime's record the client's may come, in seconds.
    static let twinWindow: Int64 = 60

    /// How long after a record without messages another one may repeat it, in seconds.
    static let repeatWindow: Int64 = 10

    /// The counted record of each record that is not counted itself, by id.
    static func turns(of conversation: [Record]) -> [Int64: Int64] {
        var turns: [Int64: Int64] = [:]
        for person in Dictionary(grouping: conversation, by: \.userID).values {
            let records = person.sorted { ($0.occurredAt, $0.recordID) < ($1.occurredAt, $1.recordID) }
            let twins = pairTwins(in: records)
            turns.merge(twins) { first, _ in first }
            turns.merge(findRepeats(in: records, twins: twins)) { first, _ in first }
        }
        return turns
    }

    /// Each client record, in order, takes the earliest runtime record of the seconds before it that none has taken.
    private static func pairTwins(in records: [Record]) -> [Int64: Int64] {
        var twins: [Int64: Int64] = [:]
        let runtimes = records.filter { !$0.hasMessages && $0.foldedHost == "m365copilot" }
        guard !runtimes.isEmpty else { return twins }
        for client in records where client.hasMessages {
            let twin = runtimes.first { runtime in
                twins[runtime.id] == nil
                    && (0...twinWindow).contains(client.occurredAt - runtime.occurredAt)
                    && (client.agentID == nil || client.agentID == runtime.agentID)
            }
            if let twin { twins[twin.id] = client.id }
        }
        return twins
    }

    /// A record without messages that follows another such record of the same agent and host within seconds.
    private static func findRepeats(in records: [Record], twins: [Int64: Int64]) -> [Int64: Int64] {
        var repeats: [Int64: Int64] = [:]
        let silent = records.filter { !$0.hasMessages }
        for (position, record) in silent.enumerated() where twins[record.id] == nil {
            let earlier = silent[..<position].last { candidate in
                record.occurredAt - candidate.occurredAt <= repeatWindow
                    && candidate.agentID == record.agentID && candidate.foldedHost == record.foldedHost
                    && repeats[candidate.id] == nil
            }
            if let earlier { repeats[record.id] = twins[earlier.id] ?? earlier.id }
        }
        return repeats
    }
}
