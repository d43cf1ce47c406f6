/// The time of day that follows a date, with its offset from UTC taken off.
struct DateTime {
    /// Seconds from the date's midnight in UTC; with an offset it may lie outside of the day.
    private(set) var secondOfDay: Int64 = 0
    private(set) var hasFraction = false
    /// Whether the date stands alone.
    private(set) var isMissing = false

    /// Reads everything that is left; nil if that is not a time.
    init?(_ cursor: inout DateCursor) {
        let blanks = cursor.skipBlanks()
        if cursor.isAtEnd {
            isMissing = true
            return
        }
        if cursor.skip(ifLowercased: 0x74) || cursor.skip(ifLowercased: 0x2C) {
            cursor.skipBlanks()
        } else if blanks == 0 {
            // A date with a zone and no time, as in `2026-02-03Z`.
            guard let offset = Self.offset(&cursor), offset == 0, cursor.isAtEnd else { return nil }
            isMissing = true
            return
        }

        guard let hour = cursor.number(maximumDigits: 2), cursor.skip(ifLowercased: 0x3A),
            let minute = cursor.number(maximumDigits: 2), minute.digits == 2, minute.value < 60
        else { return nil }
        var second = 0
        if cursor.skip(ifLowercased: 0x3A) {
            guard let number = cursor.number(maximumDigits: 2), number.digits == 2, number.value < 60 else {
                return nil
            }
            second = number.value
            if cursor.peek() == 0x2E || cursor.peek() == 0x2C {
                _ = cursor.next()
                var digits = 0
                while let digit = cursor.digit() {
                    if digit != 0 { hasFraction = true }
                    digits += 1
                }
                guard 1...9 ~= digits else { return nil }
            }
        }
        cursor.skipBlanks()
        guard let hourOfDay = Self.hourOfDay(hour.value, &cursor) else { return nil }
        cursor.skipBlanks()
        guard let offset = Self.offset(&cursor) else { return nil }
        cursor.skipBlanks()
        guard cursor.isAtEnd else { return nil }
        secondOfDay = Int64(hourOfDay * 3600 + minute.value * 60 + second - offset)
    }

    /// Applies `AM` or `PM`, if it follows.
    private static func hourOfDay(_ hour: Int, _ cursor: inout DateCursor) -> Int? {
        let isAfternoon: Bool
        if cursor.skip(ifLowercased: 0x61) {
            isAfternoon = false
        } else if cursor.skip(ifLowercased: 0x70) {
            isAfternoon = true
        } else {
            return hour < 24 ? hour : nil
        }
        guard cursor.skip(ifLowercased: 0x6D), 1...12 ~= hour else { return nil }
        return hour % 12 + (isAfternoon ? 12 : 0)
    }

    /// The offset from UTC in seconds: `Z`, `+hh:mm`, `+hhmm`, `+hh`, or nothing, which is UTC.
    private static func offset(_ cursor: inout DateCursor) -> Int? {
        if cursor.isAtEnd || cursor.skip(ifLowercased: 0x7A) { return 0 }
        guard let sign = cursor.next(), sign == 0x2B || sign == 0x2D,
            let hours = cursor.number(maximumDigits: 2), hours.digits == 2, hours.value <= 14
        else { return nil }
        var minutes = 0
        if cursor.skip(ifLowercased: 0x3A) || cursor.peek().map({ 0x30...0x39 ~= $0 }) == true {
            guard let number = cursor.number(maximumDigits: 2), number.digits == 2, number.value < 60 else {
                return nil
            }
            minutes = number.value
        }
        let seconds = hours.value * 3600 + minutes * 60
        return sign == 0x2D ? -seconds : seconds
    }
}
