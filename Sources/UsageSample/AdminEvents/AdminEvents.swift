/// The records of authoring and administration in the order of time; one in a hundred comes a second time.
///
/// Each follows from its number alone. Authoring is one record for 50 interactions of the tenant,
/// sister interactions one for 200, and there are a few of everything else.
struct AdminEvents: Sequence, IteratorProtocol, Sendable {
    private let maker: AdminEventMaker
    private let authoringCount: Int
    private let sisterCount: Int
    private let step: Int
    private var position = 0
    private var repetition: AdminEvent?

    /// The number of records, each counted once.
    let count: Int

    /// The number of rows: records and repetitions.
    var rowCount: Int { count + (count > Self.repeated ? (count - Self.repeated - 1) / Self.cycle + 1 : 0) }

    private static let cycle = 97
    private static let repeated = 13

    /// Begins at the first record.
    init(_ plan: TenantPlan) {
        maker = AdminEventMaker(plan)
        authoringCount = Swift.max(AuthoringOperation.all.count, plan.options.interactions / 50)
        sisterCount = Swift.max(6, plan.options.interactions / 200)
        let total = authoringCount + sisterCount + AdminEventMaker.otherCount
        count = total
        // A prime that does not divide the number of records visits each kind once, spread over the period.
        step = [7919, 7907, 7901, 7883].first { total % $0 != 0 } ?? 1
    }

    /// The next record; nil after the last.
    mutating func next() -> AdminEvent? {
        if let event = repetition {
            repetition = nil
            return event
        }
        guard position < count else { return nil }
        let event = event(at: position)
        if position % Self.cycle == Self.repeated {
            repetition = event
            repetition?.envelope.fate = .duplicate
        }
        position += 1
        return event
    }

    private func event(at position: Int) -> AdminEvent {
        let number = position * step % count
        let days = Double(maker.plan.options.days) * (Double(position) + 0.5) / Double(count)
        let day = Swift.min(Int(days), maker.plan.options.days - 1)
        let instant = maker.plan.calendar.instant(ofDay: day, share: days - Double(day))
        if number < authoringCount { return maker.authoring(number, day: day, at: instant) }
        if number < authoringCount + sisterCount {
            return maker.sister(number - authoringCount, day: day, at: instant, id: number)
        }
        return maker.other(number - authoringCount - sisterCount, day: day, at: instant, id: number)
    }
}
