/// What a load of authoring and administration must give.
struct AdminTruth: Sendable {
    private var rows = 0
    private var duplicates = 0
    private var operations: [String: Int] = [:]
    private var rawOperations: [String: Int] = [:]
    private var others: [String: Int] = [:]
    private var sisters: [String: Int] = [:]
    private var totals: [String: Int] = [:]
    private var agents: Set<Int> = []
    private var people: Set<Int> = []
    private var makers: Set<Int> = []

    /// Adds a row.
    mutating func add(_ event: AdminEvent) {
        rows += 1
        guard event.envelope.fate == .added else {
            duplicates += 1
            return
        }
        let recordType = String(event.envelope.recordType)
        if let person = event.envelope.account.person { people.insert(person) }
        switch event.subject {
        case .authoring(let operation):
            operations[operation.name, default: 0] += 1
            rawOperations[operation.rawName, default: 0] += 1
            addAuthoring(event)
        case .sister:
            sisters[recordType, default: 0] += 1
            count("sister_messages", event.messageCount)
            count("sister_prompts", event.promptCount)
        case .other:
            others[recordType, default: 0] += 1
        }
    }

    private mutating func addAuthoring(_ event: AdminEvent) {
        if let agent = event.agent { agents.insert(agent) }
        if let person = event.envelope.account.person { makers.insert(person) }
        count("authoring_events_total", 1)
        count("authoring_events_not_by_person", event.envelope.account.person == nil ? 1 : 0)
        count("authoring_events_with_properties", event.propertyCount > 0 ? 1 : 0)
        count("authoring_events_without_changes", event.changeCount == 0 ? 1 : 0)
        count("changes", event.changeCount)
        count("changes_in_properties", event.collectedChangeCount)
        count("changes_with_empty_old_value", event.emptyOldValueCount)
        count("changes_with_other_value", event.otherValueCount)
        count("properties", event.propertyCount)
    }

    private mutating func count(_ name: String, _ number: Int) {
        totals[name, default: 0] += number
    }

    /// The counts for `truth.json`.
    var document: TruthValue {
        func object(_ counts: [String: Int]) -> TruthValue { .object(counts.mapValues { .integer($0) }) }
        var members = totals.mapValues { TruthValue.integer($0) }
        members["data_rows"] = .integer(rows)
        members["added"] = .integer(rows - duplicates)
        members["duplicates"] = .integer(duplicates)
        members["authoring_events"] = object(operations)
        members["authoring_events_raw"] = object(rawOperations)
        members["other_admin_events"] = object(others)
        members["other_admin_events_total"] = .integer(others.values.reduce(0, +))
        members["sister_interactions"] = object(sisters)
        members["sister_interactions_total"] = .integer(sisters.values.reduce(0, +))
        members["agents"] = .integer(agents.count)
        members["makers"] = .integer(makers.count)
        members["people"] = .integer(people.count)
        return .object(members)
    }
}
