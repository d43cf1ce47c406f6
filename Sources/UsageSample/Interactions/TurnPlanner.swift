/// Plans turns one after the other in the order of time.
///
/// A turn is one record, or two or three for agents whose runtime writes its own. The planner
/// remembers something per person, nothing per interaction.
struct TurnPlanner: Sendable {
    /// When the next turn begins, in seconds since 1970-01-01 UTC; nil when all are planned.
    private(set) var nextTurnAt: Int?

    let plan: TenantPlan
    var random: RandomSource
    var talks: PersonTalks
    var sessions = RecentSessions()
    private var remaining: Int
    private var day = -1
    private var slot = 0
    private var quota = 0
    private var recordNumber: UInt64 = 0
    private var knownResourceCount = 0
    private var contextCount = 0

    /// Begins at the first turn of the period.
    init(_ plan: TenantPlan) {
        self.plan = plan
        random = plan.seed.random(for: .plan)
        talks = PersonTalks(personCount: plan.population.people.count)
        remaining = plan.options.interactions
        advance(by: 0)
    }

    /// Plans the turn that begins at the next time, and whatever else the log holds around it.
    mutating func planTurn(into queue: inout ArrivalQueue) {
        guard let start = nextTurnAt else { return }
        let before = recordNumber
        planLitter(at: start, into: &queue)
        let litter = recordNumber - before
        switch random.unit() {
        case ..<0.026 where remaining >= 3: planAgentTurn(at: start, into: &queue)
        case ..<0.028: planLoneRuntime(at: start, into: &queue)
        case ..<0.033 where remaining >= 2: planChannelTurn(at: start, into: &queue)
        case ..<0.047: planTestTurn(at: start, into: &queue)
        case ..<0.053: planTriggeredTurn(at: start, into: &queue)
        case ..<0.058: planServiceTurn(at: start, into: &queue)
        case ..<0.063: planEarlyTurn(at: start, into: &queue)
        default: planOrdinaryTurn(at: start, into: &queue)
        }
        let planned = Int(recordNumber - before - litter)
        remaining -= planned
        advance(by: planned)
    }

    /// The day of the period that is being planned, counted from 0.
    var currentDay: Int { day }

    /// A new record of the current turn.
    mutating func record(_ form: PlannedRecord.Form, _ actor: PlannedRecord.Actor, at instant: Int) -> PlannedRecord {
        recordNumber += 1
        return PlannedRecord(
            number: recordNumber,
            form: form,
            actor: actor,
            occurredAt: instant,
            arrivedAt: instant + delay()
        )
    }

    /// Decides which resources the record touches.
    mutating func touchResources(_ record: inout PlannedRecord, share: Double) {
        record.knownResourceCount = knownResourceCount
        guard random.chance(share) else { return }
        record.accessCount = TurnPlanner.accessCounts.draw(&random)
        if random.chance(0.0007) { record.accessCount = random.integer(in: 40...150) }
        for _ in 0..<record.accessCount where knownResourceCount == 0 || random.chance(0.05) {
            record.newResourceCount += 1
            knownResourceCount += 1
        }
    }

    /// Decides how many contexts the record has: two in five records' worth, whatever the mix of places.
    mutating func addContexts(_ record: inout PlannedRecord, isUsual: Bool) {
        let owed = 0.4 * Double(plan.options.interactions - remaining) - Double(contextCount)
        guard random.chance(isUsual ? min(0.9, max(0.2, 0.57 + owed * 0.004)) : 0.07) else { return }
        record.contextCount = random.chance(0.82) ? 1 : random.integer(in: 2...4)
        contextCount += record.contextCount
    }

    /// Puts a record into the log; one in a hundred arrives a second time.
    mutating func push(_ record: PlannedRecord, into queue: inout ArrivalQueue) {
        queue.push(record)
        guard random.chance(0.01) else { return }
        var copy = record
        copy.copy = random.chance(0.25) ? .repeatedInUpperCase : .repeated
        copy.arrivedAt = record.occurredAt + delay()
        queue.push(copy)
    }

    private static let accessCounts = WeightedTable<Int>([
        (1, 24), (2, 22), (3, 18), (4, 12), (5, 8), (6, 6), (7, 4), (8, 3), (9, 1.5), (10, 1), (12, 0.5),
    ])

    /// Rows that no count of interactions includes: broken ones and those of other workloads.
    private mutating func planLitter(at start: Int, into queue: inout ArrivalQueue) {
        if random.chance(0.001) {
            var broken = record(.ordinary, .person(plan.population.draw(onDay: day, &random)), at: start)
            broken.copy = .cutShort
            broken.host = AppHost.mix.drawIndex(&random)
            broken.knownResourceCount = knownResourceCount
            broken.accessCount = random.integer(in: 1...5)
            queue.push(broken)
        }
        if random.chance(0.005) {
            let person = plan.population.draw(onDay: day, &random)
            var unrelated = record(.unrelated, .person(person), at: start)
            unrelated.knownResourceCount = knownResourceCount
            queue.push(unrelated)
        }
    }

    /// Seconds from the creation of a record to its arrival: mostly minutes, at most an hour.
    private mutating func delay() -> Int {
        let share = random.unit()
        return Int(share * share * 3600.999)
    }

    private mutating func advance(by planned: Int) {
        guard remaining > 0 else {
            nextTurnAt = nil
            return
        }
        slot += planned
        while slot >= quota, day + 1 < plan.calendar.dayCount {
            slot -= quota
            day += 1
            quota = plan.calendar.quota(ofDay: day)
        }
        let share = (Double(slot) + random.unit()) / Double(max(quota, slot + 1))
        nextTurnAt = plan.calendar.instant(ofDay: day, share: share)
    }
}
