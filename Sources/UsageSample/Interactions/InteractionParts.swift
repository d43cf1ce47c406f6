/// A prompt or a response; texts are never recorded.
struct Message: Sendable {
    /// How a record says whether a message is a prompt.
    enum Role: Sendable {
        case prompt, response
        /// A prompt, written as text instead of a truth value.
        case promptAsText
        case unknown
    }

    var id: String
    var role: Role
    /// Nil when the record does not say.
    var isJailbreakDetected: Bool?
}

/// What was open or under discussion while the person prompted.
struct Context: Sendable {
    var id: String
    var type: String
}

/// A capability that Copilot used: web search, tenant search.
struct Plugin: Sendable {
    var id: String
    var name: String
    var version: String?
}

/// The model that answered.
struct Model: Sendable {
    var provider: String?
    var name: String?
    var version: String?
}

/// One access to a resource on the way to an answer.
struct AccessedResource: Sendable {
    /// Nil for an element that names nothing but the action.
    var resource: Resource?
    var action: String?
    var status: String?
    /// Nil: the label field is missing; otherwise the label, or none when empty.
    var sensitivityLabelID: SampleGUID??
    var isCrossPromptInjectionDetected: Bool?
    var policy: PolicyDetails = .emptyText
}

/// The shapes in which policy details arrive.
enum PolicyDetails: Sendable {
    case missing, null, emptyText
    /// The documented array with one policy, one rule and one action.
    case documented(policy: SampleGUID, name: String, mode: String, action: String)
    /// Evaluations without effect as one JSON text.
    case evaluationText(type: String)
    /// The same as a plain array.
    case evaluationArray(type: String)
}
