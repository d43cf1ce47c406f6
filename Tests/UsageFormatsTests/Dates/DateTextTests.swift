import Testing

import UsageFormats

struct DateTextTests {
    /// 2026-02-03T10:11:12Z.
    private static let base: Int64 = 20_487 * 86_400 + 36_672

    @Test(arguments: [
        "2026-02-03T10:11:12", "2026-02-03T10:11:12Z", "2026-02-03t10:11:12z", "2026-02-03 10:11:12",
        " 2026-02-03T10:11:12Z ",
        "2026-02-03T10:11:12.0000000Z ", "2026-02-03T10:11:12.0", "2026-02-03T10:11:12+00:00",
        "2026-02-03T12:11:12+02:00",
        "2026-02-03T12:11:12+0200", "2026-02-03T12:11:12+02", "2026-02-03T04:41:12-05:30", "2026-02-03  10:11:12",
        "2026/02/03 10:11:12", "2026/2/3 10:11:12", "3.2.2026 10:11:12", "03.02.2026 10:11:12", "3-2-2026 10:11:12",
        "3.2.2026, 10:11:12", "2026-02-03T22:11:12+12:00", "2026-02-02T22:11:12-12:00", "2026-2-3 10:11:12",
        "46056.4244444444",
    ])
    func `one instant in many forms`(text: String) throws {
        let instant = try #require(DateText.instant(text))
        #expect(instant == ParsedInstant(seconds: Self.base))
        #expect(DateText.day(text) == 20_487)
    }

    @Test(arguments: [
        ("2026-02-03T10:11:12.1", true), ("2026-02-03T10:11:12.000000001Z", true), ("2026-02-03T10:11:12,5Z", true),
        ("2026-02-03T10:11:12.1234567Z", true), ("2026-02-03T10:11:12.000", false),
    ])
    func `fractions are dropped and reported`(text: String, hasFraction: Bool) {
        #expect(DateText.instant(text) == ParsedInstant(seconds: Self.base, hasFraction: hasFraction))
    }

    @Test func `seconds before 1970 are rounded down`() {
        #expect(DateText.instant("1969-12-31T23:59:59.5Z") == ParsedInstant(seconds: -1, hasFraction: true))
        #expect(ParsedInstant(seconds: -1).dayNumber == -1)
    }

    @Test(arguments: [
        "2026-02-03", "2026/02/03", "2026/2/3", " 2026-02-03 ", "3.2.2026", "03.02.2026", "46056", "2026-02-03Z",
    ])
    func `days without a time`(text: String) {
        #expect(DateText.instant(text) == ParsedInstant(seconds: 20_487 * 86_400, isDateOnly: true))
    }

    @Test(
        arguments: [
            ("9/20/2023 4:05:03 AM", "2023-09-20T04:05:03", nil), ("9/20/2023 4:05:03 PM", "2023-09-20T16:05:03", nil),
            ("9/20/2023 12:05:03 AM", "2023-09-20T00:05:03", nil),
            ("9/20/2023 12:05:03 pm", "2023-09-20T12:05:03", nil),
            ("9/20/2023 4:05 AM", "2023-09-20T04:05:00", nil), ("12/13/2023 17:12", "2023-12-13T17:12:00", nil),
            ("13/12/2023 17:12:36", "2023-12-13T17:12:36", nil), ("13.12.2023 17:12:36", "2023-12-13T17:12:36", nil),
            ("1/11/2025 16:23", "2025-01-11T16:23:00", "2025-11-01T16:23:00"),
            ("6/1/2024 11:59:15 PM +00:00", "2024-06-01T23:59:15", "2024-01-06T23:59:15"),
            ("6/1/2024 11:59:15 PM +02:00", "2024-06-01T21:59:15", "2024-01-06T21:59:15"),
            ("3/3/2026", "2026-03-03T00:00:00", nil), ("3/4/2026", "2026-03-04T00:00:00", "2026-04-03T00:00:00"),
            ("9/20/2023, 4:05:03\u{202F}AM", "2023-09-20T04:05:03", nil),
            ("9/20/2023 4:05:03\u{A0}PM", "2023-09-20T16:05:03", nil),
            ("2/29/2024", "2024-02-29T00:00:00", nil), ("4.3.2026", "2026-03-04T00:00:00", nil),
        ] as [(String, String, String?)]
    )
    func `day and month in either order`(text: String, iso: String, other: String?) throws {
        let instant = try #require(DateText.instant(text))
        #expect(instant.seconds == DateText.instant(iso)?.seconds)
        #expect(instant.alternativeSeconds == other.flatMap { DateText.instant($0)?.seconds })
    }

    @Test(arguments: [
        ("45668.683", "2025-01-11T16:23:31"), ("45668.5", "2025-01-11T12:00:00"),
        ("45668.6829976852", "2025-01-11T16:23:31"),
        ("45668.9999999", "2025-01-12T00:00:00"), ("10000.0", "1927-05-18T00:00:00"),
    ])
    func `serial numbers of Excel`(text: String, iso: String) throws {
        #expect(DateText.instant(text)?.seconds == DateText.instant(iso)?.seconds)
        #expect(DateText.instant(text)?.isDateOnly == false)
    }

    @Test(arguments: [
        "", " ", "x", "2026", "2026-02", "2026-02-30", "2026-13-01", "2025-02-29T10:11:12", "2026-02-03T24:00:00",
        "2026-02-03T10:60:00", "2026-02-03T10:11:60", "2026-02-03T10", "2026-02-03T10:1", "2026-02-03T10:11:1",
        "2026-02-03T10:11:12.", "2026-02-03T10:11:12.1234567890", "2026-02-03T10:11:12x", "2026-02-03T10:11:12+2",
        "2026-02-03T",
        "2026-02-03T10:11:12+15:00", "2026-02-03T10:11:12+02:60", "2026-02-03 13:00 AM", "2026-02-03 0:00 PM",
        "20260203",
        "13/13/2026", "31/02/2026", "2/30/2026", "0/1/2026", "32.1.2026", "1.13.2026", "1/2/26", "1/2-2026", "4566",
        "456688",
        "45668.", "45668x", "09999", "45668.1.2", "2026.02.03", "02/2026/03", "1/2/2026 4:05:03 AMX", "1/2/2026x",
        "+1/2/2026",
        "2026-02-03T10:11:12ZZ", "２０２６-02-03", "2026-02-0a", "a026-02-03T10:11:12", "2026-02-03+02:00",
        "2026-02-03T1a:11:12",
    ])
    func `impossible and unknown text is nil`(text: String) {
        #expect(DateText.instant(text) == nil)
        #expect(DateText.day(text) == nil)
    }

    @Test(arguments: 0..<500)
    func `damaged dates never crash`(seed: Int) {
        var generator = SeededGenerator(seed: seed)
        var bytes = Array("6/1/2024 11:59:15 PM +00:00".utf8)
        for _ in 0..<4 {
            let index = Int.random(in: 0..<bytes.count, using: &generator)
            bytes[index] = Array("0123456789/-.:TZ PM+\u{E2}".utf8).randomElement(using: &generator) ?? 0
            if Bool.random(using: &generator) { bytes.removeLast() }
        }
        let instant = bytes.withUnsafeBufferPointer { DateText.instant($0) }
        if let instant { #expect(abs(instant.seconds) < 1 << 40) }
    }

    @Test(arguments: 0..<200)
    func `any second printed as ISO reads back equal`(seed: Int) throws {
        var generator = SeededGenerator(seed: seed)
        let number = Int.random(in: -719_162...2_932_896, using: &generator)
        let second = Int.random(in: 0..<86_400, using: &generator)
        let parts = [second / 3600, second / 60 % 60, second % 60].map { ($0 < 10 ? "0" : "") + String($0) }
        let day = try #require(CivilDate(dayNumber: number))
        #expect(
            DateText.instant("\(day)T\(parts.joined(separator: ":"))")
                == ParsedInstant(seconds: Int64(number) * 86_400 + Int64(second))
        )
    }
}
