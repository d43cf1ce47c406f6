/// One record of an interaction with Copilot, with what the plan knows about it.
///
/// In optional arrays and texts nil means that the record does not have the field.
struct Interaction: Sendable {
    /// A field that may be missing, null or present.
    enum Field: Sendable {
        case missing, null
        case text(String)
    }

    /// Which application answered: text in most records, an object in newer ones.
    enum ApplicationIdentity: Sendable {
        case missing
        case text(String)
        case object(id: String, displayName: String)
    }

    /// How the creation time is written.
    enum TimeStyle: Sendable {
        case plain, zoned, fractional
    }

    // What the plan knows.
    var plan: PlannedRecord
    var product: String
    var cut: Cut = .none

    // The envelope.
    var id: SampleGUID
    var account: Account
    var timeStyle = TimeStyle.plain
    var jsonStyle = JSONStyle()
    var clientIP: String?
    var clientRegion: String?
    var accessToken: SampleGUID?
    var applicationIdentity = ApplicationIdentity.missing
    var agentID: String?
    var agentName: String?
    var agentPlatform: String?
    var logVersion: String?

    // CopilotEventData.
    var appHost = Field.missing
    var threadID = Field.missing
    var conversationID: SampleGUID?
    var isConversationIDInUpperCase = false
    var messages: [Message]?
    var messageIDs: [String]?
    var contexts: [Context]?
    var accessedResources: [AccessedResource]?
    var plugins: [Plugin]?
    var models: [Model]?
    var sensitivityLabelID: SampleGUID?
    var targetAgentName: String?
    var licenceType: String?
    var unknownFields: UnknownFields = []

    /// Whether an agent answered, going by id or name.
    var hasAgent: Bool { agentID != nil || agentName != nil || targetAgentName != nil }
}

/// Levels at which a record has a field that no documentation names.
struct UnknownFields: OptionSet, Sendable {
    let rawValue: UInt8

    static let record = UnknownFields(rawValue: 1)
    static let event = UnknownFields(rawValue: 2)
    static let message = UnknownFields(rawValue: 4)
    static let resource = UnknownFields(rawValue: 8)
}

/// Where a broken row ends.
enum Cut: Sendable {
    /// The row is whole.
    case none
    /// After a number of characters, as spreadsheets and old portals do.
    case characters(Int)
    /// After a share of the text, as a broken download does.
    case share(Double)
}
