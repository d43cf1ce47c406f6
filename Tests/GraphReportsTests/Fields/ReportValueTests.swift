import Testing

@testable import GraphReports

struct ReportValueTests {
    @Test(
        arguments: [
            ("0", 0), ("40", 40), (" 40 ", 40), ("007", 7), ("40.0", 40), ("40.000", 40),
            ("9223372036854775807", .max), ("9223372036854775808", nil), ("99999999999999999999", nil), ("-1", nil),
            ("-0", nil), ("+4", nil), ("1.5", nil), ("40.", nil), (".0", nil), ("1.0.0", nil), ("4e1", nil),
            ("1,234", nil), ("0x10", nil), ("many", nil), ("٤", nil), ("", nil),
        ] as [(String, Int64?)]
    )
    func `a count is digits`(_ text: String, _ count: Int64?) {
        #expect(ReportValue(cell: text).count == count)
        #expect(ReportValue.number(text.filter { $0 != " " }).count == count)
    }

    @Test(
        arguments: [
            ("46.5", 46.5), ("0", 0), ("4.65e1", 46.5), ("1e400", nil), ("-0.5", nil), ("nan", nil), ("inf", nil),
            ("0x1p3", nil), ("46,5", nil), ("", nil),
        ] as [(String, Double?)]
    )
    func `an average is a number that is not negative`(_ text: String, _ average: Double?) {
        #expect(ReportValue(cell: text).average == average)
    }

    @Test func `values of other kinds are no numbers`() {
        for json in ["true", "[1]", "{}", #""\u0000""#] {
            #expect(ReportValue.other(json).count == nil)
            #expect(ReportValue.other(json).average == nil)
            #expect(ReportDay(.other(json)) == .unreadable)
        }
    }

    @Test(
        arguments: [
            ("2026-03-01", .day(20_513)), ("2026-03-01T23:59:59Z", .day(20_513)), ("3/31/2026", .day(20_543)),
            ("31/3/2026", .day(20_543)), ("01.03.2026", .day(20_513)), ("3/3/2026", .day(20_515)),
            ("2026/03/01", .day(20_513)), ("46082", .day(20_513)), ("3/1/2026", .ambiguous), ("", .none), ("  ", .none),
            ("never", .unreadable), ("2026-02-30", .unreadable), ("0001-01-01", .outsideCalendar),
            ("2018-12-31", .outsideCalendar), ("2019-01-01", .day(17_897)), ("2040-12-31", .day(25_932)),
            ("2041-01-01", .outsideCalendar),
        ] as [(String, ReportDay)]
    )
    func `a day is one day or none`(_ text: String, _ day: ReportDay) {
        #expect(ReportDay(ReportValue(cell: text)) == day)
    }

    @Test func `what no field holds is an object in the order of its titles`() {
        var extra = ReportExtra()
        #expect(extra.text == nil)
        extra.add("b", .text("q\" \\ \t"))
        extra.add("a", .number("1.50"))
        extra.add("c", .empty)
        extra.add("a", .number("1.50"))
        extra.add("a", .other("[1, null]"))
        #expect(extra.text == #"{"a":1.50,"a":[1, null],"b":"q\" \\ \u0009"}"#)
    }
}
