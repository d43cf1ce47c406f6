/// What a transaction changed, and therefore what must be derived anew before it commits.
struct TouchedFacts {
    /// Newest record seen per account in this transaction, unix seconds.
    var accountsSeen: [Int64: Int64] = [:]

    /// Accounts that are new, or whose newest record must be looked up again.
    var newAccounts: Set<Int64> = []
    var recountedAccounts: Set<Int64> = []

    /// Interactions that are new.
    var addedTurns = AddedTurns()

    /// Days of users whose interactions changed in any other way.
    var userDays: Set<UserDay> = []

    /// Days of users on which interactions came or changed.
    var activeDays: Set<UserDay> { userDays.union(addedTurns.turns.lazy.map(\.userDay)) }

    /// Whether the sums of all days are to be derived anew.
    var concernsEveryDay = false

    /// Conversations in which a record came, went or changed its person.
    var conversations: Set<StoredID> = []

    /// Schema names of agents in administrative events that came, went or changed, as received.
    var schemaNames: Set<String> = []

    /// Users whose identity, attributes or lists changed.
    var users: Set<Int64> = []

    /// Whether people were resolved while a list was read, and are no longer among the users above.
    var concernsEveryone = false

    /// How many of the users above were resolved so, and wait for the end of the transaction all the same.
    var keptUserCount = 0

    /// User principal names whose owner may have changed.
    var principalNames: Set<String> = []

    /// Whether audit coverage changed.
    var hasCoverageChanged = false

    /// Lists that were added or changed, by kind and licence.
    var lists: Set<ListKind> = []

    /// Names in reports whose display name must be read anew, by `report_names.id`.
    var reportNames: Set<Int64> = []

    /// Whether records came that speak of agents in a way not met before.
    var hasNewAgentReferences = false

    /// Whether rows were replaced, so that lookups may have lost their last reference.
    var hasReplacedRows = false

    /// Has the newest time of a replaced record's account looked up again, if it may be an earlier one now.
    ///
    /// The look reads all records; two copies of a record seldom differ in account or time.
    mutating func noteReplacement(
        of stored: (accountID: Int64, occurredAt: Int64),
        by new: (accountID: Int64, occurredAt: Int64)
    ) {
        guard stored.accountID != new.accountID || stored.occurredAt > new.occurredAt else { return }
        recountedAccounts.insert(stored.accountID)
    }
}

/// One user's day.
struct UserDay: Hashable {
    var userID: Int64
    var dayNumber: Int64
}
