extension Tenant {
    /// Makes a day known that lies before the others, so that the one between is missing.
    func leaveGap() throws { try cover("2024-12-30", "2024-12-30") }

    /// One interaction on each of these days at noon.
    func use(_ user: Int, on days: String...) throws {
        for day in days { try use(user, "\(day) 12:00:00") }
    }
}
