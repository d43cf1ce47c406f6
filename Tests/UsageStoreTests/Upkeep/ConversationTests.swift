import GRDB
import Testing
import UsageTestSupport

@testable import UsageStore

struct ConversationTests {
    private static let start: Int64 = 20_100 * 86_400

    /// Rows of use: day, app host, interactions, conversations in this row alone, without a prompt, with one.
    private static let rows = """
        select a.day_number, h.app_host, a.interaction_count, a.conversation_count, a.no_prompt_conversation_count,
          a.single_prompt_conversation_count, a.longest_conversation_prompt_count
        from daily_activity a join app_hosts h on h.id = a.app_host_id order by 1, 2
        """

    /// Conversations in several rows: day, app host, conversation, prompts.
    private static let shared = """
        select c.day_number, h.app_host, t.thread_id, c.prompt_count
        from shared_conversations c join app_hosts h on h.id = c.app_host_id join threads t on t.id = c.thread_id
        order by 1, 2, 3
        """

    private func use(_ number: Int, day: Int64, host: String = "Word", thread: String? = nil) -> Use {
        var use = Use(number: number, name: "a@x", at: Self.start + day * 86_400, host: host)
        use.thread = thread
        return use
    }

    @Test func `a conversation counts in the row that holds all of it`() async throws {
        let warehouse = try UsageWarehouse.inMemory()
        try await warehouse.load(
            uses: use(1, day: 0, thread: "t"),
            use(2, day: 0, thread: "t"),
            use(3, day: 0, thread: "u"),
            use(4, day: 0)
        )
        try await warehouse.expect(Self.rows, ["20100 Word 4 3 0 2 2"])
        try await warehouse.expect(Self.shared, [])
        try await expectSound(warehouse)
    }

    @Test func `a conversation that goes on elsewhere leaves the row of the first day`() async throws {
        let warehouse = try UsageWarehouse.inMemory()
        try await warehouse.load(uses: use(1, day: 0, thread: "t"), use(2, day: 0))
        try await warehouse.expect(Self.rows, ["20100 Word 2 2 0 2 1"])
        try await warehouse.load(uses: use(3, day: 1, thread: "t"))
        try await warehouse.expect(Self.rows, ["20100 Word 2 1 0 1 1", "20101 Word 1 0 0 0 0"])
        try await warehouse.expect(Self.shared, ["20100 Word t 1", "20101 Word t 1"])
        try await expectSound(warehouse)
    }

    // The fuller copy of the second record tells another conversation: the first one is in one row again.
    @Test func `a conversation comes back to its row when a copy of a record takes its other part away`() async throws {
        let warehouse = try UsageWarehouse.inMemory()
        try await warehouse.load(uses: use(1, day: 0, thread: "t"))
        try await warehouse.load(uses: use(2, day: 3, host: "Excel", thread: "t"))
        try await warehouse.expect(Self.shared, ["20100 Word t 1", "20103 Excel t 1"])
        var fuller = use(2, day: 3, host: "Excel", thread: "u")
        fuller.leafCount = 11
        try await warehouse.load(uses: fuller)
        try await warehouse.expect(Self.rows, ["20100 Word 1 1 0 1 1", "20103 Excel 1 1 0 1 1"])
        try await warehouse.expect(Self.shared, [])
        try await expectSound(warehouse)
    }

    @Test(arguments: 1...12)
    func `conversations do not depend on the order of loads`(seed: Int) async throws {
        var generator = SeededGenerator(seed: 4_000 + seed)
        func pick<Element>(_ choices: [Element]) -> Element { choices.randomElement(using: &generator) ?? choices[0] }
        let facts = (1...24).map { number -> Fact in
            // Copies of a record are of one day.
            let record = pick([number, number, number, max(1, number - 3)])
            var use = Use(
                number: record,
                name: pick(["a@x", "a@x", "b@x", "bot"]),
                objectID: pick(["", "", objectID(1)]),
                at: Self.start + [0, 0, 1, 2][record * record % 7 % 4] * 86_400 + Int64(pick([0, 4, 50])),
                host: pick(["Word", "Word", "Excel", "m365copilot", "Autonomous"])
            )
            use.thread = pick([nil, "s", "t", "u"])
            use.conversation = pick([nil, "c", "d"])
            use.messages = pick([0, 2, 4])
            use.isByPerson = use.name != "bot"
            use.recordType = pick([261, 261, 261, 334])
            use.leafCount = Int64(100 + number)
            return .use(use)
        }
        let whole = try UsageWarehouse.inMemory()
        try await whole.load(batches: [facts])
        try await expectSound(whole)
        let contents = try await WarehouseContents(whole)
        for _ in 1...3 {
            let parts = facts.shuffled(using: &generator).batches(upTo: 4, using: &generator)
            let other = try UsageWarehouse.inMemory()
            try await other.load(batches: parts)
            try await expectSound(other)
            try await expectSame(other, contents)
        }
        try await whole.rebuild()
        try await expectSame(whole, contents)
    }
}
