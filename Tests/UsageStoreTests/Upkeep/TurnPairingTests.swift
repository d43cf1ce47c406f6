import Testing
import UsageTestSupport

@testable import UsageStore

struct TurnPairingTests {
    private static let start: Int64 = 20_100 * 86_400

    private func runtime(_ number: Int, _ second: Int64, agent: String? = "g", person: Int = 1) -> Use {
        var use = client(number, second, agent: agent, person: person)
        use.host = "m365copilot"
        use.messages = 0
        return use
    }

    private func client(_ number: Int, _ second: Int64, agent: String? = "g", person: Int = 1) -> Use {
        Use(
            number: number,
            name: "p\(person)@x",
            at: Self.start + second,
            host: "Office",
            conversation: "c",
            agent: agent
        )
    }

    /// Each uncounted record with its turn, by number.
    private func turns(_ uses: [Use]) async throws -> [String] {
        let warehouse = try UsageWarehouse.inMemory()
        try await warehouse.load(batches: uses.shuffled().map { [.use($0)] })
        try await expectSound(warehouse)
        return try await warehouse.drawn(
            """
            select substr(i.record_id, 8), substr(t.record_id, 8)
            from interactions i join interactions t on t.id = i.turn_id order by i.record_id
            """
        )
    }

    @Test func `runtime records are twins of client records, and repeats follow a twin`() async throws {
        let uses = [runtime(1, 0), runtime(2, 3), client(3, 5), client(4, 8), runtime(5, 12)]
        #expect(try await turns(uses) == ["1 3", "2 4", "5 4"])
        #expect(try await turns(uses + [client(6, 605)]) == ["1 3", "2 4", "5 4"])
    }

    @Test(arguments: [(0, true), (60, true), (61, false), (-1, false)])
    func `the client comes up to 60 seconds later`(second: Int64, isTwin: Bool) async throws {
        #expect(try await turns([runtime(1, 0), client(2, second)]) == (isTwin ? ["1 2"] : []))
    }

    @Test(arguments: [(0, true), (10, true), (11, false)])
    func `a repeat comes up to 10 seconds later`(second: Int64, isRepeat: Bool) async throws {
        #expect(try await turns([runtime(1, 0), runtime(2, second)]) == (isRepeat ? ["2 1"] : []))
    }

    @Test func `repeats do not chain`() async throws {
        #expect(try await turns([runtime(1, 0), runtime(2, 6), runtime(3, 12)]) == ["2 1"])
    }

    @Test func `one client takes one runtime record`() async throws {
        #expect(try await turns([runtime(1, 0), runtime(2, 20), client(3, 30)]) == ["1 3"])
    }

    @Test func `other persons, conversations, agents, hosts and record types do not pair`() async throws {
        var otherConversation = client(2, 5)
        otherConversation.conversation = "d"
        #expect(try await turns([runtime(1, 0), otherConversation]) == [])
        otherConversation.conversation = nil
        #expect(try await turns([runtime(1, 0), otherConversation]) == [])
        #expect(try await turns([runtime(1, 0), client(2, 5, person: 2)]) == [])
        #expect(try await turns([runtime(1, 0), client(2, 5, agent: "h")]) == [])
        #expect(try await turns([runtime(1, 0), client(2, 5, agent: nil)]) == ["1 2"])
        #expect(try await turns([runtime(1, 0, agent: nil), client(2, 5)]) == [])
        var host = runtime(1, 0)
        host.host = "Teams"
        #expect(try await turns([host, client(2, 5)]) == [])
        #expect(try await turns([host, runtime(2, 5)]) == [])
        var type = client(2, 5)
        type.recordType = 284
        #expect(try await turns([runtime(1, 0), type]) == [])
    }

    @Test(arguments: 1...500)
    func `pairing is that of the definition, in any order`(seed: Int) {
        var generator = SeededGenerator(seed: seed)
        let uses = (1...Int.random(in: 2...9, using: &generator)).map { number -> Use in
            let second = Int64.random(in: 0...90, using: &generator)
            let agent = ["g", "h", nil][Int.random(in: 0...2, using: &generator)]
            return Bool.random(using: &generator)
                ? runtime(number, second, agent: agent) : client(number, second, agent: agent)
        }
        let agents: [String: Int64] = ["g": 1, "h": 2]
        let records = uses.shuffled(using: &generator).map { use in
            TurnPairing.Record(
                id: Int64(use.number),
                recordID: String(use.number),
                userID: 1,
                occurredAt: use.at,
                agentID: use.agent.flatMap { agents[$0] },
                foldedHost: use.host.lowercased(),
                hasMessages: use.messages > 0
            )
        }
        let turns = TurnPairing.turns(of: records).sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
        #expect(turns == Self.model(uses))
    }

    /// The definition, word by word.
    private static func model(_ uses: [Use]) -> [String] {
        let ordered = uses.sorted { ($0.at, $0.number) < ($1.at, $1.number) }
        var twin: [Int: Int] = [:]
        for client in ordered where client.messages > 0 {
            for record in ordered where record.messages == 0 && twin[record.number] == nil {
                guard client.at >= record.at, client.at <= record.at + 60 else { continue }
                guard client.agent == nil || client.agent == record.agent else { continue }
                twin[record.number] = client.number
                break
            }
        }
        var turn = twin
        for (index, record) in ordered.enumerated() where record.messages == 0 && twin[record.number] == nil {
            for earlier in ordered[..<index].reversed() where earlier.messages == 0 && earlier.agent == record.agent {
                guard record.at - earlier.at <= 10 else { break }
                guard twin[earlier.number] != nil || turn[earlier.number] == nil else { continue }
                turn[record.number] = twin[earlier.number] ?? earlier.number
                break
            }
        }
        return turn.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
    }
}
