import UsageFormats

/// A day as a report tells it.
enum ReportDay: Hashable {
    /// Not told.
    case none
    /// Days since 1970-01-01.
    case day(Int)
    /// Two days, with day and month exchanged.
    case ambiguous
    /// Not a date.
    case unreadable
    /// Before 2019 or after 2040.
    case outsideCalendar

    /// 2019-01-01 to 2040-12-31.
    private static let calendar = 17_897...25_932

    init(_ value: ReportValue) {
        if value == .empty {
            self = .none
        } else if let instant = value.characters.flatMap({ DateText.instant($0) }) {
            if instant.alternativeSeconds != nil {
                self = .ambiguous
            } else {
                self = Self.calendar.contains(instant.dayNumber) ? .day(instant.dayNumber) : .outsideCalendar
            }
        } else {
            self = .unreadable
        }
    }

    /// The day, when there is exactly one.
    var dayNumber: Int? {
        if case .day(let day) = self { day } else { nil }
    }
}
