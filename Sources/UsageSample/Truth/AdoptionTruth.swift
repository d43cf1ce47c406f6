/// What adoption figures over the whole period must be.
///
/// They cover the counted turns of people outside the maker's test pane and without triggered runs.
struct AdoptionTruth: Sendable {
    /// The figures of one product.
    private struct Product: Sendable {
        var interactions = 0
        var prompts = 0
        var people: Set<Int> = []
    }

    private(set) var people: Set<Int> = []
    private var agentPeople: Set<Int> = []
    private var interactions = 0
    private var prompts = 0
    private var responses = 0
    private var unthreaded = 0
    private var threads = DailyDistinct()
    private var personDays = DailyDistinct()
    private var products: [String: Product] = [:]

    /// Adds a record if it belongs to the figures.
    mutating func add(_ interaction: Interaction, prompts promptCount: Int, responses responseCount: Int) {
        let record = interaction.plan
        guard let person = interaction.adopter else { return }
        let day = record.occurredAt / 86_400
        people.insert(person)
        if interaction.hasAgent { agentPeople.insert(person) }
        interactions += 1
        prompts += promptCount
        responses += responseCount
        personDays.insert(UInt64(person), onDay: day)
        if let thread = record.thread { threads.insert(thread, onDay: day) } else { unthreaded += 1 }
        products[interaction.product, default: Product()].interactions += 1
        products[interaction.product, default: Product()].prompts += promptCount
        products[interaction.product, default: Product()].people.insert(person)
    }

    /// The figures for `truth.json`.
    var document: TruthValue {
        .object([
            "interactions": .integer(interactions), "prompts": .integer(prompts), "responses": .integer(responses),
            "active_users": .integer(people.count), "agent_users": .integer(agentPeople.count),
            "conversations": .integer(threads.count + unthreaded), "active_user_days": .integer(personDays.count),
            "per_app": .object(
                products.mapValues { product in
                    .object([
                        "interactions": .integer(product.interactions), "prompts": .integer(product.prompts),
                        "active_users": .integer(product.people.count),
                    ])
                }
            ),
        ])
    }
}

extension Interaction {
    /// The person whose use of Copilot a record is; nil for records that no figure of adoption includes.
    var adopter: Int? {
        guard plan.isCounted, plan.form != .testPane, plan.form != .triggered else { return nil }
        return account.person
    }
}
