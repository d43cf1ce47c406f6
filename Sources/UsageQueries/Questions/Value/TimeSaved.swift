public import UsageStore

/// How much time Copilot might have saved: a model, no measurement.
///
/// Grain: one row per kind of work, then all of them. Order: meetings, mail, documents, chat, all. Days are UTC.
public struct TimeSaved: UsageQuery {
    /// The question's name.
    public static let name = "time_saved"

    /// First day of the window, included; nil: first covered day.
    public var from: (any DayConvertible)?
    /// Day after the window; nil: day after the last covered day.
    public var to: (any DayConvertible)?
    /// For a conversation in Teams [minutes].
    public var minutesPerMeeting: Double
    /// For a conversation in Outlook [minutes].
    public var minutesPerMailConversation: Double
    /// For one in Word, Excel, PowerPoint, OneNote, Loop, Whiteboard [minutes].
    public var minutesPerDocument: Double
    /// For an interaction in any other app [minutes].
    public var minutesPerChatInteraction: Double
    /// Share of the high estimate that is the low one.
    public var lowRatio: Double

    /// Creates the question; what is wrong with a value shows when it is fetched.
    ///
    /// - Parameters:
    ///   - from: First day of the window, included; nil: first covered day.
    ///   - to: Day after the window; nil: day after the last covered day.
    ///   - minutesPerMeeting: For a conversation in Teams [minutes].
    ///   - minutesPerMailConversation: For a conversation in Outlook [minutes].
    ///   - minutesPerDocument: For one in Word, Excel, PowerPoint, OneNote, Loop, Whiteboard [minutes].
    ///   - minutesPerChatInteraction: For an interaction in any other app [minutes].
    ///   - lowRatio: Share of the high estimate that is the low one.
    public init(
        from: (any DayConvertible)? = nil,
        to: (any DayConvertible)? = nil,
        minutesPerMeeting: Double = 5,
        minutesPerMailConversation: Double = 1,
        minutesPerDocument: Double = 3,
        minutesPerChatInteraction: Double = 0.5,
        lowRatio: Double = 0.5
    ) {
        self.from = from
        self.to = to
        self.minutesPerMeeting = minutesPerMeeting
        self.minutesPerMailConversation = minutesPerMailConversation
        self.minutesPerDocument = minutesPerDocument
        self.minutesPerChatInteraction = minutesPerChatInteraction
        self.lowRatio = lowRatio
    }

    /// The parameters that were set.
    public var parameters: [String: StoredValue] {
        var given = GivenParameters()
        given.set("from_day", from)
        given.set("to_day", to)
        given.set("minutes_per_meeting", minutesPerMeeting)
        given.set("minutes_per_mail_conversation", minutesPerMailConversation)
        given.set("minutes_per_document", minutesPerDocument)
        given.set("minutes_per_chat_interaction", minutesPerChatInteraction)
        given.set("low_ratio", lowRatio)
        return given.values
    }

    /// One row per kind of work, then all of them.
    public struct Row: UsageQueryRow {
        /// Meetings, mail, documents, chat, all.
        public let category: String
        /// Conversation, interaction, mixed.
        public let unit: String
        /// Conversations or interactions; nil: no day is covered.
        public let unitCount: Int?
        /// As given [minutes]; nil for all.
        public let minutesPerUnit: Double?
        /// High estimate x low_ratio [hours]; nil = unknown.
        public let hoursLow: Double?
        /// Units x minutes / 60 [hours]; nil = unknown.
        public let hoursHigh: Double?
        /// Always: model estimate, not measured.
        public let assumption: String
        /// As given [minutes].
        public let minutesPerMeeting: Double
        /// As given [minutes].
        public let minutesPerMailConversation: Double
        /// As given [minutes].
        public let minutesPerDocument: Double
        /// As given [minutes].
        public let minutesPerChatInteraction: Double
        /// As given.
        public let lowRatio: Double

        /// Reads the row by column name.
        public init(_ row: QueryRow) throws(QueryError) {
            category = try row.text("category")
            unit = try row.text("unit")
            unitCount = try row.optionalInt("unit_count")
            minutesPerUnit = try row.optionalReal("minutes_per_unit")
            hoursLow = try row.optionalReal("hours_low")
            hoursHigh = try row.optionalReal("hours_high")
            assumption = try row.text("assumption")
            minutesPerMeeting = try row.real("minutes_per_meeting")
            minutesPerMailConversation = try row.real("minutes_per_mail_conversation")
            minutesPerDocument = try row.real("minutes_per_document")
            minutesPerChatInteraction = try row.real("minutes_per_chat_interaction")
            lowRatio = try row.real("low_ratio")
        }
    }
}
