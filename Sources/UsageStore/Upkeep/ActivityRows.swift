/// The key of a row of `daily_activity`, ordered as the table is.
struct ActivityKey: Equatable, Comparable {
    var dayNumber: Int64
    var userID: Int64
    var activitySetID: Int64
    var appID: Int64
    var appHostID: Int64
    var agentID: Int64

    var isAdoption: Bool { activitySetID == AddedTurn.adoption }

    init(_ turn: AddedTurn) {
        dayNumber = turn.userDay.dayNumber
        userID = turn.userDay.userID
        activitySetID = turn.activitySetID
        appID = turn.appID
        appHostID = turn.appHostID
        agentID = turn.agentID
    }

    static func < (first: ActivityKey, second: ActivityKey) -> Bool {
        (first.dayNumber, first.userID, first.activitySetID, first.appID, first.appHostID, first.agentID)
            < (second.dayNumber, second.userID, second.activitySetID, second.appID, second.appHostID, second.agentID)
    }
}

/// The turns of one conversation that are in one row of `daily_activity`.
struct ConversationPart {
    let threadID: Int64?
    private(set) var interactionCount: Int64 = 0
    private(set) var promptCount: Int64 = 0
    private(set) var responseCount: Int64 = 0

    init(_ turn: AddedTurn) {
        threadID = turn.threadID
        add(turn)
    }

    mutating func add(_ turn: AddedTurn) {
        interactionCount += 1
        promptCount += turn.promptCount
        responseCount += turn.responseCount
    }
}

/// A row of `daily_activity`.
struct ActivityRow: BindableRow {
    let key: ActivityKey
    private var interactionCount: Int64 = 0
    private var promptCount: Int64 = 0
    private var responseCount: Int64 = 0
    private var conversationCount: Int64 = 0
    private var noPromptConversationCount: Int64 = 0
    private var singlePromptConversationCount: Int64 = 0
    private var longestConversationPromptCount: Int64 = 0

    init(key: ActivityKey) { self.key = key }

    /// Counts a conversation in; it counts as one only in the row that holds all of it.
    mutating func count(_ conversation: ConversationPart, isOwn: Bool) {
        interactionCount += conversation.interactionCount
        promptCount += conversation.promptCount
        responseCount += conversation.responseCount
        guard isOwn else { return }
        conversationCount += 1
        if conversation.promptCount == 0 { noPromptConversationCount += 1 }
        if conversation.promptCount == 1 { singlePromptConversationCount += 1 }
        longestConversationPromptCount = max(longestConversationPromptCount, conversation.promptCount)
    }

    static let columns = [
        "day_number", "user_id", "activity_set_id", "app_id", "app_host_id", "agent_id", "interaction_count",
        "prompt_count", "response_count", "conversation_count", "no_prompt_conversation_count",
        "single_prompt_conversation_count", "longest_conversation_prompt_count",
    ]

    /// What becomes of a row that is there: counts add up, and the longest conversation stays the longest.
    static let adding =
        adding(columns[6...11])
        + ", longest_conversation_prompt_count "
        + "= max(longest_conversation_prompt_count, excluded.longest_conversation_prompt_count)"

    func bind(to statement: BoundStatement, from first: Int32) {
        statement.bind(first, key.dayNumber)
        statement.bind(first + 1, key.userID)
        statement.bind(first + 2, key.activitySetID)
        statement.bind(first + 3, key.appID)
        statement.bind(first + 4, key.appHostID)
        statement.bind(first + 5, key.agentID)
        statement.bind(first + 6, interactionCount)
        statement.bind(first + 7, promptCount)
        statement.bind(first + 8, responseCount)
        statement.bind(first + 9, conversationCount)
        statement.bind(first + 10, noPromptConversationCount)
        statement.bind(first + 11, singlePromptConversationCount)
        statement.bind(first + 12, longestConversationPromptCount)
    }
}

/// A row of `shared_conversations`.
struct SharedConversationRow: BindableRow {
    let key: ActivityKey
    let threadID: Int64
    let promptCount: Int64

    static let columns = [
        "day_number", "user_id", "app_id", "app_host_id", "agent_id", "thread_id", "prompt_count",
    ]
    static let adding = adding(columns.suffix(1))

    func bind(to statement: BoundStatement, from first: Int32) {
        statement.bind(first, key.dayNumber)
        statement.bind(first + 1, key.userID)
        statement.bind(first + 2, key.appID)
        statement.bind(first + 3, key.appHostID)
        statement.bind(first + 4, key.agentID)
        statement.bind(first + 5, threadID)
        statement.bind(first + 6, promptCount)
    }
}

/// A row of `hourly_activity`.
struct HourRow: BindableRow {
    let userDay: UserDay
    let hour: Int64
    var interactionCount: Int64 = 1
    var promptCount: Int64

    init(_ turn: AddedTurn) {
        userDay = turn.userDay
        hour = turn.hour
        promptCount = turn.promptCount
    }

    /// The key, ordered as the table is.
    var place: (Int64, Int64, Int64) { (userDay.userID, userDay.dayNumber, hour) }

    static let columns = ["user_id", "day_number", "hour", "interaction_count", "prompt_count"]
    static let adding = adding(columns.suffix(2))

    func bind(to statement: BoundStatement, from first: Int32) {
        statement.bind(first, userDay.userID)
        statement.bind(first + 1, userDay.dayNumber)
        statement.bind(first + 2, hour)
        statement.bind(first + 3, interactionCount)
        statement.bind(first + 4, promptCount)
    }
}

extension BindableRow {
    /// A clause of SQL that adds counts to those of a row that is there.
    fileprivate static func adding(_ counts: ArraySlice<String>) -> String {
        "on conflict do update set " + counts.map { "\($0) = \($0) + excluded.\($0)" }.joined(separator: ", ")
    }
}
