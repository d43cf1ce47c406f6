import Testing

@testable import UsageSample

struct CivilDayTests {
    @Test(arguments: [
        ("1970-01-01", 0, 4), ("2025-01-01", 20_089, 3), ("2024-02-29", 19_782, 4), ("1969-12-31", -1, 3),
    ])
    func `a day has a number and a weekday`(text: String, number: Int, weekday: Int) {
        #expect(CivilDay(text)?.number == number)
        #expect(CivilDay(number: number).text == text)
        #expect(CivilDay(number: number).weekday == weekday)
    }

    @Test func `every day of fifty years survives the way to text and back`() {
        for number in 7300..<25_600 {
            #expect(CivilDay(CivilDay(number: number).text)?.number == number)
        }
    }
}
