/// What each person is talking about: the current thread and the current agent conversation.
struct PersonTalks: Sendable {
    /// A run of turns in one place.
    private struct Thread: Sendable {
        var number: UInt64 = 0
        var host = -1
        var lastTurnAt = Int.min / 2
    }

    /// A run of turns with one agent.
    struct AgentConversation: Sendable {
        var number: UInt64 = 0
        var thread: UInt64 = 0
        var agent = -1
        var lastTurnAt = Int.min / 2
    }

    private var threads: [Thread]
    private var conversations: [AgentConversation]
    private var threadCount: UInt64 = 0
    private var conversationCount: UInt64 = 0

    /// Prepares for a number of people.
    init(personCount: Int) {
        threads = Array(repeating: Thread(), count: personCount)
        conversations = Array(repeating: AgentConversation(), count: personCount)
    }

    /// The thread of a turn: the current one within two hours of the same day and in the same place, else a new one.
    mutating func thread(of person: Int, host: Int, at instant: Int, continues: Bool) -> UInt64 {
        let last = threads[person]
        let isNear = instant - last.lastTurnAt < 7200 && instant / 86_400 == last.lastTurnAt / 86_400
        guard continues, isNear, last.host == host else {
            let number = newThread()
            threads[person] = Thread(number: number, host: host, lastTurnAt: instant)
            return number
        }
        threads[person].lastTurnAt = instant
        return last.number
    }

    /// The conversation of an agent turn.
    ///
    /// Turns of one conversation are at least three minutes apart, so that no record of one can be
    /// taken for a record of another.
    mutating func agentConversation(
        of person: Int,
        agent: Int,
        at instant: Int,
        continues: Bool
    ) -> AgentConversation {
        let last = conversations[person]
        let gap = instant - last.lastTurnAt
        let isNear = gap >= 180 && gap < 3600 && instant / 86_400 == last.lastTurnAt / 86_400
        guard continues, isNear else {
            conversations[person] = AgentConversation(
                number: newConversation(),
                thread: newThread(),
                agent: agent,
                lastTurnAt: instant
            )
            return conversations[person]
        }
        conversations[person].lastTurnAt = instant
        return conversations[person]
    }

    /// The number of a thread that nobody has used.
    mutating func newThread() -> UInt64 {
        threadCount += 1
        return threadCount
    }

    /// The number of a conversation that nobody has used.
    mutating func newConversation() -> UInt64 {
        conversationCount += 1
        return conversationCount
    }
}
