/// A UTC calendar day, counted from 1970-01-01 (day 0).
struct CivilDay: Hashable, Comparable, Sendable {
    /// Days since 1970-01-01.
    let number: Int

    /// Makes a day from its number.
    init(number: Int) {
        self.number = number
    }

    /// Makes a day from a year, a month (1 to 12) and a day of the month, by the Gregorian calendar.
    init(year: Int, month: Int, day: Int) {
        // Years begin in March here, so that the leap day is the last of its year.
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        number = era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// Reads a day written as `2025-01-31`; nil for other text and for days that do not exist.
    init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].utf8.count == 4, parts[1].utf8.count == 2, parts[2].utf8.count == 2,
            let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
        else { return nil }
        self.init(year: year, month: month, day: day)
        guard (1...12).contains(month), self.text == text else { return nil }
    }

    /// Year, month (1 to 12) and day of the month.
    var parts: (year: Int, month: Int, day: Int) {
        let shifted = number + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let march = (5 * dayOfYear + 2) / 153
        let month = march < 10 ? march + 3 : march - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * march + 2) / 5 + 1)
    }

    /// Monday is 1, Sunday is 7.
    var weekday: Int {
        ((number + 3) % 7 + 7) % 7 + 1
    }

    /// The day as `2025-01-31`.
    var text: String {
        var buffer = ByteBuffer(capacity: 10)
        buffer.append(self)
        return buffer.text
    }

    static func < (left: CivilDay, right: CivilDay) -> Bool {
        left.number < right.number
    }
}

extension ByteBuffer {
    /// Appends a day as `2025-01-31`.
    mutating func append(_ day: CivilDay) {
        let parts = day.parts
        append(digits: parts.year.magnitude, width: 4)
        append("-")
        append(digits: parts.month.magnitude, width: 2)
        append("-")
        append(digits: parts.day.magnitude, width: 2)
    }

    /// Appends an instant, given in seconds since 1970-01-01 UTC, as `2025-01-31T08:15:30` without a zone.
    mutating func append(instant: Int) {
        let day = instant >= 0 ? instant / 86_400 : (instant - 86_399) / 86_400
        let second = (instant - day * 86_400).magnitude
        append(CivilDay(number: day))
        append("T")
        append(digits: second / 3600, width: 2)
        append(":")
        append(digits: second / 60 % 60, width: 2)
        append(":")
        append(digits: second % 60, width: 2)
    }

    /// Appends an instant, given in seconds since 1970-01-01 UTC, as `8/19/2021 1:25:31 PM`, UTC.
    mutating func append(americanInstant instant: Int) {
        let day = CivilDay(number: instant / 86_400).parts
        let second = (instant % 86_400).magnitude
        let hour = second / 3600
        append(day.month)
        append("/")
        append(day.day)
        append("/")
        append(day.year)
        append(" ")
        append(digits: hour % 12 == 0 ? 12 : hour % 12, width: 1)
        append(":")
        append(digits: second / 60 % 60, width: 2)
        append(":")
        append(digits: second % 60, width: 2)
        append(hour < 12 ? " AM" : " PM")
    }
}
