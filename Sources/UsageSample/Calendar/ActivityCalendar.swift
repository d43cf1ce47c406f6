/// How the interactions of a tenant spread over its days and over the hours of a day.
///
/// Use grows over the period, weekends are quiet, summer and the turn of the year are quieter,
/// and most of a working day lies in office hours.
struct ActivityCalendar: Sendable {
    /// The first day of the period.
    let firstDay: CivilDay
    /// The number of days in the period.
    let dayCount: Int
    /// Interactions planned up to and including each day; the last element is the total.
    private let cumulativeQuota: [Int]

    /// The last second of a day at which a turn begins: a turn of several records stays inside its day.
    private static let lastTurnSecond = 86_340
    private static let workingHours: [Double] = [
        1, 1, 1, 1, 2, 5, 12, 30, 62, 80, 84, 74, 52, 66, 86, 88, 78, 60, 44, 28, 16, 9, 5, 2,
    ]
    private static let weekendHours: [Double] = [
        2, 2, 1, 1, 2, 3, 5, 8, 12, 15, 16, 15, 13, 13, 14, 15, 16, 16, 15, 14, 12, 9, 6, 3,
    ]

    /// Spreads a number of interactions over a period.
    init(firstDay: CivilDay, dayCount: Int, interactionCount: Int) {
        self.firstDay = firstDay
        self.dayCount = dayCount
        var sum = 0.0
        let cumulative = (0..<dayCount).map { index in
            sum += ActivityCalendar.weight(of: CivilDay(number: firstDay.number + index), index, dayCount)
            return sum
        }
        let total = sum
        cumulativeQuota = cumulative.enumerated().map { index, weight in
            index == dayCount - 1 ? interactionCount : Int(Double(interactionCount) * (weight / total))
        }
    }

    /// The number of interactions planned for a day, counted from 0.
    func quota(ofDay index: Int) -> Int {
        cumulativeQuota[index] - (index == 0 ? 0 : cumulativeQuota[index - 1])
    }

    /// The instant at a share (0 to 1) of a day's work, in seconds since 1970-01-01 UTC.
    ///
    /// A greater share is never earlier.
    func instant(ofDay index: Int, share: Double) -> Int {
        let day = CivilDay(number: firstDay.number + index)
        let hours = day.weekday > 5 ? ActivityCalendar.weekendHours : ActivityCalendar.workingHours
        var left = share * hours.reduce(0, +)
        var hour = 0
        while hour < 23, left >= hours[hour] {
            left -= hours[hour]
            hour += 1
        }
        let second = hour * 3600 + Int(left / hours[hour] * 3600)
        return day.number * 86_400 + min(second, ActivityCalendar.lastTurnSecond)
    }

    private static func weight(of day: CivilDay, _ index: Int, _ count: Int) -> Double {
        let byWeekday = [1.0, 1.1, 1.08, 1.04, 0.82, 0.11, 0.08][day.weekday - 1]
        let growth = 0.6 + 0.8 * Double(index) / Double(count)
        let parts = day.parts
        let season =
            switch (parts.month, parts.day) {
            case (12, 23...31), (1, 1): 0.3
            case (8, _): 0.7
            case (7, 15...31): 0.85
            default: 1.0
            }
        return byWeekday * growth * season
    }
}
