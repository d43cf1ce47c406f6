/// A row of the audit log.
enum AuditRow: Sendable {
    /// An interaction with Copilot: whole, repeated or cut short.
    case interaction(Interaction)
    /// A record of another workload.
    case unrelated(UnrelatedEvent)
}

/// A record of another workload, which an export of everything brings along.
struct UnrelatedEvent: Sendable {
    var id: SampleGUID
    var occurredAt: Int
    var account: Account
    var recordType: Int
    var operation: String
    var workload: String
    /// The address of the item, for records about files.
    var objectID: String?
    var clientIP: String
}

/// The rows of the audit log in the order of their arrival.
///
/// No row is more than an hour older than a row before it. The sequence holds about an hour of plans
/// and one row in memory, however long the log is.
struct AuditRows: Sequence, IteratorProtocol, Sendable {
    private let maker: InteractionMaker
    private var planner: TurnPlanner
    private var queue = ArrivalQueue()

    /// Begins at the first row.
    init(_ plan: TenantPlan) {
        maker = InteractionMaker(plan: plan)
        planner = TurnPlanner(plan)
    }

    /// The next row; nil after the last.
    mutating func next() -> AuditRow? {
        while let turn = planner.nextTurnAt {
            if let arrival = queue.nextArrival, arrival < turn { break }
            planner.planTurn(into: &queue)
        }
        guard let record = queue.pop() else { return nil }
        guard record.form != .unrelated else { return .unrelated(unrelated(record)) }
        return .interaction(maker.interaction(record))
    }

    private func unrelated(_ record: PlannedRecord) -> UnrelatedEvent {
        var random = maker.plan.seed.random(for: .record, record.number)
        let kinds = [
            (6, "FileAccessed", "SharePoint"), (6, "FileDownloaded", "OneDrive"), (50, "MailItemsAccessed", "Exchange"),
            (15, "UserLoggedIn", "AzureActiveDirectory"), (25, "TeamsSessionStarted", "MicrosoftTeams"),
        ]
        let kind = random.pick(kinds)
        let resource = maker.plan.resources.resource(random.below(Swift.max(1, record.knownResourceCount)))
        return UnrelatedEvent(
            id: maker.plan.seed.guid(for: .recordID, record.number),
            occurredAt: record.occurredAt,
            account: maker.account(of: record, isDesigner: false, &random),
            recordType: kind.0,
            operation: kind.1,
            workload: kind.2,
            objectID: kind.0 == 6 ? resource.siteURL : nil,
            clientIP: "203.0.113.\(random.integer(in: 1...254))"
        )
    }
}
