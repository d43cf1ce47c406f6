/// What one check of a warehouse found.
public struct CheckResult: Sendable, Hashable {
    /// The check's name.
    public let name: String
    /// The rule that must hold, in words.
    public let rule: String
    /// What to do when it does not hold.
    public let remedy: String
    /// How many things break the rule; 0 in a sound warehouse.
    public let offenderCount: Int
    /// The first of them.
    public let offenders: [Offender]

    /// Something that breaks a rule.
    public struct Offender: Sendable, Hashable {
        /// What it is: a table or kind of row with its id, never a name of a person.
        public let object: String
        /// How it breaks the rule.
        public let detail: String
    }

    /// Whether the rule holds.
    public var isSound: Bool { offenderCount == 0 }
}
