import GRDB
import Testing
import UsageSchema
import UsageTestSupport

@testable import UsageStore

/// One interaction as a test tells it.
struct Use: Sendable {
    var number: Int
    var name: String
    var objectID = ""
    var userType: Int64? = 0
    var isByPerson = true
    var at: Int64 = 20_100 * 86_400
    var host = "Word"
    var thread: String?
    var conversation: String?
    var agent: String?
    var words: AgentWords?
    var appIdentity: String?
    var messages: Int64 = 2
    var recordType: Int64? = 261
    var leafCount: Int64 = 10
}

/// How a record speaks of its agent.
struct AgentWords: Sendable {
    var rawID: String?
    var name: String?
    var targetName: String?
    var targetPlatformID: String?
}

/// Something to load.
enum Fact: Sendable {
    case use(Use)
    case event(Event)
    case list(List)
    case report(Report)
    case seats(SeatList)
    case agents(AgentList)

    /// Whether it comes from an audit log.
    var isAudit: Bool {
        switch self {
        case .use, .event: true
        case .list, .report, .seats, .agents: false
        }
    }
}

extension LoadTransaction {
    func key(_ text: String...) -> LookupKey {
        var high = Hasher()
        high.combine(text)
        var low = Hasher()
        low.combine(text)
        low.combine(1)
        return LookupKey(
            high: UInt64(bitPattern: Int64(high.finalize())),
            low: UInt64(bitPattern: Int64(low.finalize()))
        )
    }

    func begin() throws -> Int64 {
        try beginImport(fileName: "test", format: "test", options: "", startedAt: 0, toolVersion: "1")
    }

    /// A lookup row of one text, or of none.
    func lookup(_ lookup: Lookup, _ text: String?) throws -> Int64 {
        try id(in: lookup, key: key(text ?? "")) {
            var tuple = LookupTuple()
            tuple.append(text)
            while tuple.columns.count < lookup.columns.count { tuple.append(nil as Int64?) }
            return tuple
        }
    }

    /// How a record speaks of its agent, if it does.
    func reference(_ words: AgentWords?, agentID: Int64?) throws -> Int64? {
        guard let words else { return nil }
        let values = [words.rawID, words.name, nil, nil, nil, words.targetName, words.targetPlatformID, nil]
        return try id(in: .agentReferences, key: key(String(describing: values))) {
            var tuple = LookupTuple()
            for value in values { tuple.append(value) }
            tuple.appendDerived(agentID)
            return tuple
        }
    }

    /// The envelope of a record.
    func profile(
        recordType: Int64? = nil,
        operation: String? = nil,
        resultStatus: String? = nil,
        appIdentity: String? = nil
    ) throws -> Int64 {
        let texts = [operation, resultStatus, appIdentity]
        return try id(in: .recordProfiles, key: key(String(describing: recordType), String(describing: texts))) {
            var tuple = LookupTuple()
            tuple.append(nil as Int64?)
            tuple.append(recordType)
            let rest = [operation, nil, nil, nil, resultStatus, nil, nil, appIdentity, nil, nil]
            for value in rest { tuple.append(value) }
            return tuple
        }
    }

    /// Stores a record unless a copy as good is there.
    func store(_ use: Use, importID: Int64) throws {
        let recordID = StoredID.text("record \(use.number)")
        let copy = try storedCopy(of: recordID, dayNumber: use.at / 86_400, leafCount: use.leafCount, contentHash: 1)
        if copy == .kept { return }
        let account = try account(key: key(use.name, use.objectID, String(describing: use.userType))) {
            ReceivedAccount(userID: use.name, userKey: use.objectID, userType: use.userType, isByPerson: use.isByPerson)
        }
        let host = try appHostID(key: key(use.host)) {
            ReceivedAppHost(text: use.host, documentedName: nil, isUserAction: use.host != "Copilot Studio")
        }
        let agentID = try use.agent.map { try lookup(.agents, $0) }
        let row = InteractionRow(
            recordID: recordID,
            occurredAt: use.at,
            dayNumber: use.at / 86_400,
            recordType: use.recordType,
            account: account,
            appHostID: host,
            appID: try lookup(.apps, use.host),
            agentID: agentID,
            agentReferenceID: try reference(use.words, agentID: agentID),
            recordProfileID: try profile(appIdentity: use.appIdentity),
            threadID: try use.thread.map { try lookup(.threads, $0) },
            conversationID: use.conversation.map(StoredID.text) ?? .none,
            clientAddressID: nil,
            sensitivityLabelID: nil,
            messageCount: use.messages,
            promptCount: use.messages / 2,
            responseCount: use.messages / 2,
            resourceCount: 0,
            leafCount: use.leafCount,
            contentHash: 1,
            extra: nil
        )
        let id: Int64
        if case .poorer(let stored) = copy {
            id = stored
            try replace(id: stored, with: row, importID: importID)
        } else {
            id = try add(row, importID: importID)
        }
        for ordinal in 0..<Int(use.messages) {
            try addMessage(
                to: id,
                ordinal: ordinal,
                messageID: .none,
                isPrompt: ordinal % 2 == 0,
                isJailbreakDetected: nil,
                size: nil,
                extra: nil
            )
        }
    }
}

extension UsageWarehouse {
    /// Loads facts in batches of one load, and sweeps at its end.
    func load(batches: [[Fact]], resolvingEvery users: Int? = nil) async throws {
        let session = LoadSession()
        for batch in batches {
            let isAudit = batch.allSatisfy(\.isAudit)
            try await load(session, trustsReferences: isAudit) { transaction in
                if let users { transaction.mostTouchedUsers = users }
                let importID = try transaction.begin()
                for fact in batch {
                    switch fact {
                    case .use(let use): try transaction.store(use, importID: importID)
                    case .event(let event): try transaction.store(event, importID: importID)
                    case .list(let list): _ = try transaction.store(list, importID: importID)
                    case .report(let report): _ = try transaction.store(report, importID: importID)
                    case .seats(let seats): _ = try transaction.store(seats, importID: importID)
                    case .agents(let agents): _ = try transaction.store(agents, importID: importID)
                    }
                }
            }
        }
        try await load(session, trustsReferences: true) { try $0.sweepLookups() }
    }

    func load(_ facts: Fact...) async throws { try await load(batches: [facts]) }

    func load(uses: Use...) async throws { try await load(batches: [uses.map(Fact.use)]) }

    func load(events: Event...) async throws { try await load(batches: [events.map(Fact.event)]) }

    func load(lists: List...) async throws { try await load(batches: lists.map { [.list($0)] }) }

    func load(reports: Report...) async throws { try await load(batches: reports.map { [.report($0)] }) }

    /// Runs statements for which the warehouse has no other way in.
    func run(_ sql: String) async throws { try await writer.write { db in try db.execute(sql: sql) } }

    /// Rows drawn as text, values joined with spaces.
    func drawn(_ sql: String) async throws -> [String] {
        try await rows(sql: sql).rows.map { row in
            row.map { value in
                switch value {
                case .null: "-"
                case .integer(let number): String(number)
                case .real(let number): String(number)
                case .text(let text): text
                case .blob(let bytes): "\(bytes)"
                }
            }
            .joined(separator: " ")
        }
    }

    /// Expects a statement to return these rows, drawn as text.
    func expect(_ sql: String, _ rows: [String], location: SourceLocation = #_sourceLocation) async throws {
        let found = try await drawn(sql)
        #expect(found == rows, sourceLocation: location)
    }

    /// What breaks a rule of the warehouse: the embedded checks, foreign keys, and SQLite's own.
    func offenders() async throws -> [String] {
        var offenders: [String] = []
        for check in UsageSchema.checks { offenders += try await drawn(check.sql).map { "\(check.name): \($0)" } }
        offenders += try await drawn("select * from pragma_foreign_key_check")
        offenders += try await drawn("select * from pragma_integrity_check").filter { $0 != "ok" }
        return offenders
    }
}

/// The object id of a person, by number.
func objectID(_ number: Int) -> String { "aaaaaaaa-0000-4000-8000-00000000000\(number)" }

/// Expects a warehouse to keep its own rules.
func expectSound(_ warehouse: UsageWarehouse, location: SourceLocation = #_sourceLocation) async throws {
    let offenders = try await warehouse.offenders()
    #expect(offenders == [], sourceLocation: location)
}

/// Expects a warehouse to say what another says.
func expectSame(
    _ warehouse: UsageWarehouse,
    _ expected: WarehouseContents,
    location: SourceLocation = #_sourceLocation
) async throws {
    let differences = try await WarehouseContents(warehouse).differences(from: expected)
    #expect(differences == [], sourceLocation: location)
}
