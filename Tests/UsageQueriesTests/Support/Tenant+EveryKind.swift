extension Tenant {
    /// One person of each kind, so that every question has a row.
    static func everyKind() throws -> Tenant {
        let tenant = try Tenant()
        let ann = try tenant.person("ann")
        let bob = try tenant.person("bob", created: "2024-05-01")
        let cid = try tenant.person("cid")
        try tenant.use(ann, "2025-03-30 10:00:00", thread: 1, agent: 4, prompts: 3)
        try tenant.use(ann, "2025-01-01 10:00:00", app: "Teams")
        try tenant.use(cid, "2025-02-01 10:00:00")
        try tenant.cover("2025-01-01", "2025-03-31")
        try tenant.list("licenses", "2025-01-01")
        try tenant.license(ann, known: "2025-01-01")
        try tenant.license(bob, known: "2025-01-01")
        try tenant.list("directory", "2025-01-01", hasManager: true)
        try tenant.member(bob, department: "Sales", manager: ann)
        try tenant.above(ann, bob)
        let seats = try tenant.list("seats", "2025-01-01")
        try tenant.seats(seats, 10)
        try tenant.report(1, "user_detail", version: 2, "2025-03-30", 28)
        try tenant.reported(1, ann, last: "2025-03-29", prompts: 4)
        try tenant.reported(1, bob)
        try tenant.report(2, "summary", version: 2, "2025-03-30", 28)
        try tenant.counted(2, "Any app", 10, 4, prompts: 9)
        try tenant.report(3, "trend", "2025-03-30", 7)
        try tenant.counted(3, day: "2025-03-29", "Word", 10, nil)
        try tenant.addLicenseStart()
        try tenant.leaveGap()
        try tenant.reachEveryKind(ann)
        try tenant.agentsOfEveryKind(ann)
        try tenant.rollUp()
        return tenant
    }
}
