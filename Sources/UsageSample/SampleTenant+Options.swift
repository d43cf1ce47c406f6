extension SampleTenant {
    /// What a synthetic tenant looks like; the defaults are those of the reference tenant.
    public struct Options: Sendable {
        /// The number of people; at least 20.
        public var users: Int
        /// The number of interactions, each a record of its own; at least 0.
        public var interactions: Int
        /// The number of days in the period; at least 1.
        public var days: Int
        /// The first day of the period, written as `2025-01-01`.
        public var firstDayText: String { firstDay.text }
        /// The number that everything random follows from.
        public var seed: UInt64
        /// Whether records carry the session and token ids of AppAccessContext, which make them longer.
        public var includesAppAccessContext: Bool
        /// The files to write; those of `Set.standard` are written in any case.
        public var formats: Set<SampleFormat>
        /// The number of records in odd shapes, where `formats` asks for them; at least 0.
        public var shapes: Int

        let firstDay: CivilDay

        /// Describes a tenant whose period begins on 2025-01-01; numbers below the least one are raised to it.
        public init(
            users: Int = 2000,
            interactions: Int = 200_000,
            days: Int = 365,
            seed: UInt64 = 1,
            includesAppAccessContext: Bool = false,
            formats: Set<SampleFormat> = .standard,
            shapes: Int = 10_000
        ) {
            self.init(
                users: users,
                interactions: interactions,
                days: days,
                seed: seed,
                includesAppAccessContext: includesAppAccessContext,
                formats: formats,
                shapes: shapes,
                firstDay: CivilDay(year: 2025, month: 1, day: 1)
            )
        }

        /// Describes a tenant; numbers below the least one are raised to it.
        ///
        /// - Parameter firstDay: The first day of the period, written as `2025-01-01`.
        /// - Returns: Nil when the first day is not a day written so.
        public init?(
            users: Int = 2000,
            interactions: Int = 200_000,
            days: Int = 365,
            firstDay: String,
            seed: UInt64 = 1,
            includesAppAccessContext: Bool = false,
            formats: Set<SampleFormat> = .standard,
            shapes: Int = 10_000
        ) {
            guard let day = CivilDay(firstDay) else { return nil }
            self.init(
                users: users,
                interactions: interactions,
                days: days,
                seed: seed,
                includesAppAccessContext: includesAppAccessContext,
                formats: formats,
                shapes: shapes,
                firstDay: day
            )
        }

        private init(
            users: Int,
            interactions: Int,
            days: Int,
            seed: UInt64,
            includesAppAccessContext: Bool,
            formats: Set<SampleFormat>,
            shapes: Int,
            firstDay: CivilDay
        ) {
            self.users = max(20, users)
            self.interactions = max(0, interactions)
            self.days = max(1, days)
            self.seed = seed
            self.includesAppAccessContext = includesAppAccessContext
            self.formats = formats
            self.shapes = max(0, shapes)
            self.firstDay = firstDay
        }
    }
}
