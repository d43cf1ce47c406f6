/// Reads dates and times in the forms found in exports.
///
/// - ISO 8601: `2026-02-03`, `2026-02-03T10:11:12.1234567Z`, a blank instead of `T`, offsets such as `+02:00`;
/// - `2026/02/03`, alone or with a time;
/// - `M/d/yyyy`, with `h:mm`, `h:mm:ss`, `AM` or `PM`, an offset; day first when the first number is over 12;
/// - `d.M.yyyy` and `d-M-yyyy`, always day first;
/// - Excel's serial day numbers of five digits with a fraction, `45668.683`, rounded to the second.
///
/// Text without an offset is UTC. Blanks around the text are ignored. A day or time that does not exist is nil.
public enum DateText {
    /// The instant that the bytes name, in UTC.
    public static func instant(_ bytes: UnsafeBufferPointer<UInt8>) -> ParsedInstant? {
        if let instant = plainISO(bytes) { return instant }
        var cursor = DateCursor(bytes)
        cursor.skipBlanks()
        guard let first = cursor.number(maximumDigits: 5) else { return nil }
        if first.digits == 5 { return excelSerial(first.value, &cursor) }
        guard let separator = cursor.next(), separator == 0x2D || separator == 0x2E || separator == 0x2F,
            let second = cursor.number(maximumDigits: 2),
            cursor.next() == separator,
            let third = cursor.number(maximumDigits: 4)
        else { return nil }

        var other: CivilDate?
        let date: CivilDate?
        if first.digits == 4 {
            guard separator != 0x2E, third.digits <= 2 else { return nil }
            date = CivilDate(year: first.value, month: second.value, day: third.value)
        } else {
            guard first.digits <= 2, third.digits == 4 else { return nil }
            let monthFirst = CivilDate(year: third.value, month: first.value, day: second.value)
            let dayFirst = CivilDate(year: third.value, month: second.value, day: first.value)
            if separator == 0x2F {
                date = monthFirst ?? dayFirst
                other = monthFirst != nil && dayFirst != monthFirst ? dayFirst : nil
            } else {
                date = dayFirst
            }
        }
        guard let date, let time = DateTime(&cursor) else { return nil }
        return ParsedInstant(
            seconds: seconds(date, time.secondOfDay),
            hasFraction: time.hasFraction,
            isDateOnly: time.isMissing,
            alternativeSeconds: other.map { seconds($0, time.secondOfDay) }
        )
    }

    /// The instant that the text names, in UTC.
    public static func instant(_ text: String) -> ParsedInstant? {
        var text = text
        return text.withUTF8 { instant($0) }
    }

    /// The UTC day that the bytes name, as days since 1970-01-01; a time is accepted and dropped.
    public static func day(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        instant(bytes)?.dayNumber
    }

    /// The UTC day that the text names, as days since 1970-01-01; a time is accepted and dropped.
    public static func day(_ text: String) -> Int? {
        instant(text)?.dayNumber
    }

    private static func seconds(_ date: CivilDate, _ secondOfDay: Int64) -> Int64 {
        Int64(date.dayNumber) * 86_400 + secondOfDay
    }

    /// The form of nearly every value, `2026-02-03T10:11:12` with an optional `Z`, without a cursor.
    private static func plainISO(_ bytes: UnsafeBufferPointer<UInt8>) -> ParsedInstant? {
        guard let base = bytes.baseAddress, bytes.count == 19 || bytes.count == 20 && base[19] == 0x5A,
            base[4] == 0x2D, base[7] == 0x2D, base[10] == 0x54, base[13] == 0x3A, base[16] == 0x3A
        else { return nil }
        var isDigits = true
        func pair(_ index: Int) -> Int {
            let tens = base[index] &- 0x30
            let ones = base[index + 1] &- 0x30
            isDigits = isDigits && tens < 10 && ones < 10
            return Int(tens) * 10 + Int(ones)
        }
        let year = pair(0) * 100 + pair(2)
        let (month, day) = (pair(5), pair(8))
        let (hour, minute, second) = (pair(11), pair(14), pair(17))
        guard isDigits, hour < 24, minute < 60, second < 60,
            let date = CivilDate(year: year, month: month, day: day)
        else { return nil }
        return ParsedInstant(seconds: seconds(date, Int64(hour * 3600 + minute * 60 + second)))
    }

    /// Days since 1899-12-30; that origin makes the numbers right after Excel's imaginary 1900-02-29.
    private static func excelSerial(_ days: Int, _ cursor: inout DateCursor) -> ParsedInstant? {
        guard days >= 10_000 else { return nil }
        var seconds = Int64(days - 25_569) * 86_400
        var isDateOnly = true
        if cursor.peek() == 0x2E {
            _ = cursor.next()
            var fraction = 0.0
            var scale = 1.0
            var digits = 0
            while let digit = cursor.digit() {
                scale /= 10
                fraction += Double(digit) * scale
                digits += 1
            }
            guard 1...18 ~= digits else { return nil }
            // Serials have about ten good digits after the point, which is less than they pretend: round, do not floor.
            seconds += Int64((fraction * 86_400).rounded())
            isDateOnly = false
        }
        cursor.skipBlanks()
        return cursor.isAtEnd ? ParsedInstant(seconds: seconds, isDateOnly: isDateOnly) : nil
    }
}
