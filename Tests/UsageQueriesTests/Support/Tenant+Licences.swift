extension Tenant {
    /// Somebody who got a licence in February 2025, and used it after a week.
    func addLicenseStart() throws {
        let dan = try person("dan")
        try license(dan, from: "2025-02-01", known: "2025-02-01")
        try use(dan, "2025-02-08 10:00:00", app: "Outlook")
    }

    /// People with licences, places in the directory, reports, exclusions and uses that a seed decides; audit data of
    /// 2025-01-01 to 06-30, with a gap for every third seed.
    static func random(seed: UInt64) throws -> Tenant {
        let tenant = try Tenant()
        var dice = Dice(state: seed)
        let days = (1...6).flatMap { month in [3, 10, 17, 24, 27].map { "2025-0\(month)-\($0 < 10 ? "0" : "")\($0)" } }
        try tenant.run("insert into licenses values (2, 'other', 'Other', 1)")
        try tenant.list("licenses", "2025-01-03")
        if dice.roll(2) == 0 { try tenant.list("directory", "2025-01-03") }
        try tenant.report(1, "user_detail", version: 2, "2025-06-28", 28)
        try tenant.report(2, "user_detail", "2025-04-24", 28)
        for number in 1...60 {
            let user = try tenant.person("p\(number)", created: dice.roll(4) == 0 ? days[dice.roll(30)] : nil)
            for license in 1...2 where dice.roll(3) > 0 {
                let start = days[dice.roll(30)]
                let isAssumed = dice.roll(3) == 0
                try tenant.license(user, from: isAssumed ? nil : start, known: start, license: license)
            }
            if dice.roll(3) > 0 {
                try tenant.member(user, department: "Sales", isEnabled: dice.roll(5) > 0)
            }
            if dice.roll(5) == 0 {
                let review = dice.roll(2) == 0 ? "null" : "20269 + \(dice.roll(2))"
                try tenant.run("insert into license_exclusions values (\(user), 'why', \(review), 0)")
            }
            for report in 1...2 where dice.roll(2) == 0 {
                try tenant.reported(
                    report,
                    user,
                    last: dice.roll(2) == 0 ? nil : days[dice.roll(report == 1 ? 29 : 19)]
                )
            }
            for _ in 0..<dice.roll(4) {
                let thread = dice.roll(2) == 0 ? nil : 1 + dice.roll(9)
                try tenant.use(user, "\(days[dice.roll(30)]) 10:00:00", thread: thread)
            }
        }
        try tenant.cover("2025-01-01", seed % 3 == 0 ? "2025-05-10" : "2025-05-12")
        try tenant.cover("2025-05-13", "2025-06-30")
        try tenant.rollUp()
        return tenant
    }
}

/// Numbers that look random and are the same for every run.
struct Dice {
    var state: UInt64

    /// A number from 0 to `sides` - 1.
    mutating func roll(_ sides: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(sides))
    }
}
