/// A month of the tenant's period, and the day on which its lists were taken.
struct SnapshotMonth: Sendable {
    /// The position among the months, counted from 0.
    var index: Int
    /// The month as `2025-01`.
    var label: String
    /// The day of its lists, counted from the first day of the period: the last one of the month in the period.
    var day: Int
    /// The same day in the calendar.
    var date: CivilDay
    /// Whether lists that are taken once a quarter are taken in this month.
    var endsQuarter: Bool

    /// Lists are kept for the last two years, however long the period is.
    private static let limit = 24

    /// The months of a period.
    static func months(of calendar: ActivityCalendar) -> [SnapshotMonth] {
        let first = calendar.firstDay
        let last = CivilDay(number: first.number + calendar.dayCount - 1)
        var months: [SnapshotMonth] = []
        var (year, month, _) = first.parts
        while CivilDay(year: year, month: month, day: 1) <= last {
            let next =
                month == 12
                ? CivilDay(year: year + 1, month: 1, day: 1) : CivilDay(year: year, month: month + 1, day: 1)
            let date = min(CivilDay(number: next.number - 1), last)
            months.append(
                SnapshotMonth(
                    index: 0,
                    label: String(date.text.prefix(7)),
                    day: date.number - first.number,
                    date: date,
                    endsQuarter: month % 3 == 0 || date == last
                )
            )
            (year, month, _) = next.parts
        }
        return months.suffix(limit).enumerated().map { index, month in
            var month = month
            month.index = index
            return month
        }
    }
}
