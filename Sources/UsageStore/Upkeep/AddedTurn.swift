/// An interaction that a transaction added, as roll-ups count it.
struct AddedTurn {
    var userDay: UserDay
    /// `activity_sets.id` as long as the record counts for its turn, which a record is taken to do until it is paired.
    var activitySetID: Int64
    var appID: Int64
    var appHostID: Int64
    /// `agents.id`; 0 without an agent.
    var agentID: Int64
    /// `threads.id`; nil when the interaction is a conversation of its own.
    var threadID: Int64?
    /// Hour of the day, UTC.
    var hour: Int64
    var promptCount: Int64
    var responseCount: Int64

    /// The activity set of adoption.
    static let adoption: Int64 = 15

    var isAdoption: Bool { activitySetID == Self.adoption }

    init(_ row: InteractionRow, isUserAction: Bool) {
        userDay = UserDay(userID: row.account.userID, dayNumber: row.dayNumber)
        let isCopilotInteraction = row.recordType == 261
        activitySetID = 2 + (row.account.isByPerson ? 4 : 0) + (isCopilotInteraction ? 8 : 0)
        if isCopilotInteraction && row.account.isByPerson && isUserAction { activitySetID = Self.adoption }
        appID = row.appID
        appHostID = row.appHostID
        agentID = row.agentID ?? 0
        threadID = row.threadID
        hour = (row.occurredAt - 86400 * row.dayNumber) / 3600
        promptCount = row.promptCount
        responseCount = row.responseCount
    }
}

/// What a transaction added, kept until it settles.
struct AddedTurns {
    private(set) var turns: [AddedTurn] = []

    /// The days of users, made when the first user is asked for.
    private var daysOfUsers: [Int64: Set<Int64>]?

    mutating func add(_ turn: AddedTurn) {
        turns.append(turn)
        daysOfUsers = nil
    }

    /// The days on which records were added for a user.
    mutating func days(ofUser userID: Int64) -> Set<Int64> {
        var days = daysOfUsers ?? [:]
        if daysOfUsers == nil {
            for turn in turns { days[turn.userDay.userID, default: []].insert(turn.userDay.dayNumber) }
            daysOfUsers = days
        }
        return days[userID] ?? []
    }

    /// Adds the days that cannot be told from the added records alone, and takes their turns out of them.
    ///
    /// These are the days that have such conversations as were known before, or that reach into a day to be derived anew.
    ///
    /// - Parameter newestKnownThread: The newest conversation that the warehouse knew before; all records of newer ones are
    ///   among the turns.
    mutating func separate(_ userDays: inout Set<UserDay>, newestKnownThread: Int64) {
        var anew: Set<Int64> = []
        var hasGrown = true
        while hasGrown {
            hasGrown = false
            for turn in turns where turn.isAdoption {
                guard let thread = turn.threadID else { continue }
                if thread <= newestKnownThread || anew.contains(thread) {
                    if userDays.insert(turn.userDay).inserted { hasGrown = true }
                } else if userDays.contains(turn.userDay) {
                    anew.insert(thread)
                    hasGrown = true
                }
            }
        }
        turns.removeAll { userDays.contains($0.userDay) }
    }
}
