/// A record before it has content: who, when, where, and what the truth says about it.
///
/// The content follows from the record's number alone, so a second copy needs no memory of the first.
struct PlannedRecord: Sendable {
    /// The kinds of record that a tenant's log holds.
    enum Form: Sendable {
        /// A turn of a person in one of the ordinary places.
        case ordinary
        /// A turn in the form of the first records: message ids instead of messages.
        case early
        /// The client's record of an agent turn.
        case agentClient
        /// The runtime's record of an agent turn.
        case agentRuntime
        /// The runtime's record of an agent turn in Teams.
        case agentChannel
        /// A maker's test.
        case testPane
        /// A turn that an event or a workflow started.
        case triggered
        /// A record of another workload.
        case unrelated
    }

    /// Which copy of the record a row holds.
    enum Copy: Sendable {
        case original, repeated
        /// The same record with its id in upper case.
        case repeatedInUpperCase
        /// A record that was cut off; there is no whole copy.
        case cutShort
    }

    /// Who acts.
    enum Actor: Sendable {
        case person(Int)
        case service(Int)
    }

    /// A number of the record's own.
    var number: UInt64
    var form: Form
    var copy = Copy.original
    var actor: Actor
    /// Creation time in seconds since 1970-01-01 UTC.
    var occurredAt: Int
    /// When the row reaches the log: at most an hour after the creation time.
    var arrivedAt: Int
    /// Position in the app host mix, for ordinary records.
    var host = 0
    var agent: Int?
    /// True when the client of an agent turn does not name the agent.
    var isAgentUnnamed = false
    /// Numbers of the conversation and of the thread; nil for none.
    var conversation: UInt64?
    var thread: UInt64?
    /// False for a record that describes a turn which another record describes already.
    var isCounted = true
    /// The number of contexts.
    var contextCount = 0
    /// Accesses to resources, how many of them are to new ones, and how many resources there were before.
    var accessCount = 0
    var newResourceCount = 0
    var knownResourceCount = 0
}
