import Testing

import UsageFormats

struct CivilDateTests {
    @Test(arguments: [
        (1970, 1, 1, 0), (1969, 12, 31, -1), (2000, 2, 29, 11_016), (2024, 2, 29, 19_782), (2026, 2, 3, 20_487),
        (1, 1, 1, -719_162), (9999, 12, 31, 2_932_896), (1900, 3, 1, -25_508),
    ])
    func `days have numbers`(year: Int, month: Int, day: Int, number: Int) throws {
        let date = try #require(CivilDate(year: year, month: month, day: day))
        #expect(date.dayNumber == number)
        #expect(CivilDate(dayNumber: number) == date)
    }

    @Test func `every day follows the one before`() throws {
        var previous = try #require(CivilDate(dayNumber: -719_162))
        for number in stride(from: -719_161, through: 2_932_896, by: 1) {
            let date = try #require(CivilDate(dayNumber: number))
            if date.dayNumber != number || date <= previous { Issue.record("\(number) became \(date)") }
            if date.day != previous.day + 1, date.day != 1 { Issue.record("\(date) follows \(previous)") }
            previous = date
        }
        #expect(previous.description == "9999-12-31")
    }

    @Test(arguments: [
        (2026, 0, 1), (2026, 13, 1), (2026, 1, 0), (2026, 1, 32), (2026, 4, 31), (2025, 2, 29), (1900, 2, 29),
        (0, 1, 1),
        (10_000, 1, 1), (-1, 1, 1), (2026, Int.max, Int.max),
    ])
    func `days that do not exist are nil`(year: Int, month: Int, day: Int) {
        #expect(CivilDate(year: year, month: month, day: day) == nil)
    }

    @Test func `numbers out of range are nil`() {
        for number in [-719_163, 2_932_897, .max, .min] { #expect(CivilDate(dayNumber: number) == nil) }
    }

    @Test func `the text is ISO 8601`() {
        #expect(CivilDate(year: 26, month: 2, day: 3)?.description == "0026-02-03")
    }
}
