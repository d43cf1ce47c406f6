/// A point in time as it was read from text.
public struct ParsedInstant: Sendable, Hashable {
    /// Seconds since 1970-01-01T00:00:00Z, without the fraction, which is rounded down.
    public var seconds: Int64

    /// Whether the text had a fraction of a second other than zero.
    public var hasFraction: Bool

    /// Whether the text named a day without a time; ``seconds`` is then its midnight in UTC.
    public var isDateOnly: Bool

    /// The other reading when day and month could be exchanged, as in `3/4/2026`.
    public var alternativeSeconds: Int64?

    /// Makes an instant from its parts.
    public init(seconds: Int64, hasFraction: Bool = false, isDateOnly: Bool = false, alternativeSeconds: Int64? = nil) {
        self.seconds = seconds
        self.hasFraction = hasFraction
        self.isDateOnly = isDateOnly
        self.alternativeSeconds = alternativeSeconds
    }

    /// The UTC day as days since 1970-01-01.
    public var dayNumber: Int { Int(seconds.flooringDivided(by: 86_400)) }
}

extension Int64 {
    /// The quotient rounded toward negative infinity, for a positive divisor.
    func flooringDivided(by divisor: Int64) -> Int64 {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? quotient - 1 : quotient
    }
}
