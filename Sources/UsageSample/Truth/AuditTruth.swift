/// What a load of the audit log must give, tallied from the plan while the log is written.
///
/// Memory grows with people, accounts and resources, not with interactions.
struct AuditTruth: Sendable {
    /// The numbers that are simply added up.
    private struct Tallies: Sendable {
        var rows = 0
        var added = 0
        var duplicates = 0
        var rowsWithUpperCaseID = 0
        var rejected = 0
        var outOfScope = 0
        var uncounted = 0
        var notByPerson = 0
        var withResources = 0
        var messages = 0
        var prompts = 0
        var responses = 0
        var unknownMessages = 0
        var messageIDs = 0
        var accessedResources = 0
        var accessesWithoutResource = 0
        var contexts = 0
        var plugins = 0
        var models = 0
    }

    /// People with an interaction of their own, counted or not.
    private(set) var people: Set<Int> = []
    private(set) var adoption = AdoptionTruth()
    private var tallies = Tallies()
    private var firstDay: Int?
    private var lastDay: Int?
    private var isResourceSeen: [Bool] = []
    private var resourceCount = 0
    private var spellings: Set<Int> = []
    private var accounts: Set<String> = []

    /// Adds a row of the log.
    mutating func add(_ row: AuditRow) {
        tallies.rows += 1
        guard case .interaction(let interaction) = row else {
            tallies.outOfScope += 1
            return
        }
        switch interaction.plan.copy {
        case .cutShort: tallies.rejected += 1
        case .repeated: tallies.duplicates += 1
        case .repeatedInUpperCase:
            tallies.duplicates += 1
            tallies.rowsWithUpperCaseID += 1
        case .original: addOriginal(interaction)
        }
    }

    private mutating func addOriginal(_ interaction: Interaction) {
        tallies.added += 1
        if !interaction.plan.isCounted { tallies.uncounted += 1 }
        addAccount(interaction.account)
        let day = interaction.plan.occurredAt / 86_400
        firstDay = min(firstDay ?? day, day)
        lastDay = max(lastDay ?? day, day)

        var prompts = 0
        var responses = 0
        for message in interaction.messages ?? [] {
            switch message.role {
            case .prompt, .promptAsText: prompts += 1
            case .response: responses += 1
            case .unknown: tallies.unknownMessages += 1
            }
        }
        tallies.messages += interaction.messages?.count ?? 0
        tallies.prompts += prompts
        tallies.responses += responses
        if interaction.messages == nil { tallies.messageIDs += interaction.messageIDs?.count ?? 0 }
        tallies.contexts += interaction.contexts?.count ?? 0
        tallies.plugins += interaction.plugins?.count ?? 0
        tallies.models += interaction.models?.count ?? 0
        addAccesses(interaction.accessedResources ?? [])
        adoption.add(interaction, prompts: prompts, responses: responses)
    }

    private mutating func addAccount(_ account: Account) {
        if let person = account.person { people.insert(person) } else { tallies.notByPerson += 1 }
        guard spellings.insert(account.spelling).inserted else { return }
        accounts.insert("\(account.userID)\n\(account.userKey)\n\(account.userType)")
    }

    private mutating func addAccesses(_ accesses: [AccessedResource]) {
        guard !accesses.isEmpty else { return }
        tallies.withResources += 1
        tallies.accessedResources += accesses.count
        for access in accesses {
            guard let number = access.resource?.number else {
                tallies.accessesWithoutResource += 1
                continue
            }
            while isResourceSeen.count <= number { isResourceSeen.append(false) }
            if !isResourceSeen[number] {
                isResourceSeen[number] = true
                resourceCount += 1
            }
        }
    }

    /// The counts for `truth.json`.
    var document: TruthValue {
        .object([
            "data_rows": .integer(tallies.rows), "added": .integer(tallies.added),
            "duplicates": .integer(tallies.duplicates),
            "rows_with_upper_case_id": .integer(tallies.rowsWithUpperCaseID),
            "rejected": .integer(tallies.rejected), "out_of_scope": .integer(tallies.outOfScope),
            "distinct_records": .integer(tallies.added), "interactions": .integer(tallies.added),
            "uncounted_interactions": .integer(tallies.uncounted),
            "interactions_not_by_person": .integer(tallies.notByPerson),
            "interactions_with_accessed_resources": .integer(tallies.withResources),
            "messages": .integer(tallies.messages), "prompts": .integer(tallies.prompts),
            "responses": .integer(tallies.responses), "messages_unknown": .integer(tallies.unknownMessages),
            "message_ids_without_message": .integer(tallies.messageIDs),
            "accessed_resources": .integer(tallies.accessedResources),
            "accessed_resources_without_resource": .integer(tallies.accessesWithoutResource),
            "contexts": .integer(tallies.contexts), "plugins": .integer(tallies.plugins),
            "models": .integer(tallies.models), "distinct_resources": .integer(resourceCount),
            "distinct_user_ids_raw": .integer(accounts.count), "people_with_interactions": .integer(people.count),
            "first_day": firstDay.map { .text(CivilDay(number: $0).text) } ?? .null,
            "last_day": lastDay.map { .text(CivilDay(number: $0).text) } ?? .null,
            "adoption": adoption.document,
        ])
    }
}
