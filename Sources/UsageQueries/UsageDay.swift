/// A day in UTC that the warehouse's calendar knows, 2019-01-01 to 2040-12-31.
public struct UsageDay: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// The day as `YYYY-MM-DD`.
    public let text: String

    /// Days since 1970-01-01.
    public let number: Int

    /// The first day of the calendar, 2019-01-01.
    public static let first = UsageDay(number: 17_897, text: "2019-01-01")

    /// The last day of the calendar, 2040-12-31.
    public static let last = UsageDay(number: 25_932, text: "2040-12-31")

    /// Reads a day.
    ///
    /// - Parameter text: A date as `YYYY-MM-DD`, UTC.
    /// - Throws: ``QueryError`` with code `badDay` for another form, a date that does not exist, or one outside the
    ///   calendar.
    public init(_ text: String) throws(QueryError) {
        guard let number = Self.number(of: text) else { throw .badDay(text, parameter: nil) }
        self.init(number: number, text: text)
        guard self >= .first, self <= .last else { throw .badDay(text, parameter: nil) }
    }

    private init(number: Int, text: String) {
        self.number = number
        self.text = text
    }

    /// The day as `YYYY-MM-DD`.
    public var description: String { text }

    /// Whether one day comes before another.
    public static func < (earlier: UsageDay, later: UsageDay) -> Bool { earlier.number < later.number }

    /// The day after this one; nil at the end of the calendar.
    var next: UsageDay? {
        let parts = text.split(separator: "-").compactMap { Int($0) }
        guard self < .last, parts.count == 3 else { return nil }
        var (year, month, day) = (parts[0], parts[1], parts[2] + 1)
        if day > Self.length(ofMonth: month, year: year) { (month, day) = (month + 1, 1) }
        if month > 12 { (year, month) = (year + 1, 1) }
        let twoDigits = { (value: Int) in value < 10 ? "0\(value)" : "\(value)" }
        return UsageDay(number: number + 1, text: "\(year)-\(twoDigits(month))-\(twoDigits(day))")
    }

    /// Days since 1970-01-01 of a date of the Gregorian calendar; nil when the text is none.
    private static func number(of text: String) -> Int? {
        let bytes = Array(text.utf8)
        guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
            let year = digits(bytes[0..<4]), let month = digits(bytes[5..<7]), let day = digits(bytes[8..<10]),
            year > 0, (1...12).contains(month), day >= 1, day <= length(ofMonth: month, year: year)
        else { return nil }
        // Years begin in March here, so that the leap day is the last one.
        let shiftedYear = month > 2 ? year : year - 1
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return 365 * shiftedYear + shiftedYear / 4 - shiftedYear / 100 + shiftedYear / 400 + dayOfYear - 719_468
    }

    private static func digits(_ bytes: ArraySlice<UInt8>) -> Int? {
        var value = 0
        for byte in bytes {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
            value = value * 10 + Int(byte - UInt8(ascii: "0"))
        }
        return value
    }

    private static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

/// Something that names a day: a ``UsageDay``, or text as `YYYY-MM-DD` that is checked when the query runs.
public protocol DayConvertible: Sendable {
    /// The day as `YYYY-MM-DD`, UTC.
    var dayText: String { get }
}

extension UsageDay: DayConvertible {
    /// The day as `YYYY-MM-DD`.
    public var dayText: String { text }
}

extension String: DayConvertible {
    /// The text itself.
    public var dayText: String { self }
}
