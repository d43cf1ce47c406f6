/// Gives records of authoring and administration their content.
struct AdminEventMaker: Sendable {
    let plan: TenantPlan
    /// The agents that makers work on.
    let agents: [SampleAgent]
    private let makers: [Person]
    private let administrators: [Person]

    /// Chooses the makers of a tenant: one person in fifty, and at least three.
    init(_ plan: TenantPlan) {
        self.plan = plan
        agents = plan.agents.withRuntime + plan.agents.drafts
        let people = plan.population.people
        let steady = people.filter {
            $0.kind == .member && !$0.sharesPrincipalName && $0.activeDays == 0..<plan.options.days
        }
        makers = Array((steady.isEmpty ? people : steady).prefix(max(3, people.count / 50)))
        let managing = people.filter { $0.kind == .administrator }
        administrators = managing.isEmpty ? makers : managing
    }

    /// The numbers that a record begins with.
    struct Start {
        var id: Int
        var day: Int
        var instant: Int
        var recordType: Int
        var operation: String
        var workload: String
    }

    /// Someone who makes agents.
    func maker(onDay day: Int, _ random: inout RandomSource) -> Account {
        Account(of: random.pick(makers), onDay: day, allowsServiceKey: false, &random)
    }

    /// Someone who administers the tenant.
    func administrator(onDay day: Int, _ random: inout RandomSource) -> Account {
        Account(of: random.pick(administrators), onDay: day, allowsServiceKey: false, &random)
    }

    /// Someone who uses Copilot on a day.
    func person(onDay day: Int, _ random: inout RandomSource) -> Account {
        let person = plan.population.people[plan.population.draw(onDay: day, &random)]
        return Account(of: person, onDay: day, allowsServiceKey: false, &random)
    }

    /// The stream of random numbers of a record.
    func random(_ id: Int) -> RandomSource {
        plan.seed.random(for: .admin, UInt64(id))
    }

    /// A record that has what all records have.
    func event(_ subject: AdminEvent.Subject, _ start: Start, _ account: Account) -> AdminEvent {
        let id = plan.seed.guid(for: .admin, 1 << 40 | UInt64(start.id))
        var time = ByteBuffer(capacity: 19)
        time.append(instant: start.instant)
        let members: [(String, JSONNode)] = [
            ("CreationTime", .text(time.text)), ("Id", .text(id.text)), ("Operation", .text(start.operation)),
            ("OrganizationId", .text(plan.organization.text)), ("RecordType", .init(integerLiteral: start.recordType)),
            ("ResultStatus", id.low % 3 == 0 ? "Succeeded" : "Success"), ("UserKey", .text(account.userKey)),
            ("UserType", .init(integerLiteral: account.userType)), ("Version", 1),
            ("Workload", .text(start.workload)), ("UserId", .text(account.userID)),
        ]
        return AdminEvent(
            subject: subject,
            envelope: AuditEnvelope(
                id: id,
                occurredAt: start.instant,
                recordType: start.recordType,
                operation: start.operation,
                workload: start.workload,
                account: account
            ),
            members: members.map { JSONNode.Member(key: $0.0, value: $0.1) }
        )
    }
}

extension AdminEvent {
    /// Adds a member.
    mutating func add(_ key: String, _ value: JSONNode) {
        members.append(JSONNode.Member(key: key, value: value))
    }
}
