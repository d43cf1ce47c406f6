/// What a caller declares about the files of one call.
public struct LoadOptions: Sendable, Hashable {
    /// The format, when it is not to be recognised from content.
    public var format: InputFormat?
    /// The day that a list without a date speaks of, days since 1970-01-01; nil = the day of the load.
    public var asOfDay: Int64?
    /// The days that an audit file holds, days since 1970-01-01, both included; nil = from its records.
    public var coveredDays: ClosedRange<Int64>?
    /// An audit export of some users or apps only: its records count, but no day is covered by it.
    public var isFiltered = false
    /// A list that leaves people out: whoever it does not name is unknown, not gone.
    public var isPartial = false
    /// A list with under half the people of the one before is complete all the same.
    public var acceptsShrink = false
    /// SKU ids, in lower case, of further products that count as Copilot licences; Microsoft 365 Copilot always does.
    public var copilotSKUs: Set<String> = []
    /// The first record that cannot be read stops the load.
    public var isStrict = false
    /// Recognise and decode only; the warehouse stays as it is.
    public var isDryRun = false
    /// Bytes of records that are stored in one transaction; up to four times as many in a warehouse of a gigabyte or more.
    public var batchByteCount = 32 << 20

    /// Creates options that declare nothing.
    public init() {}

    /// The options that change what is stored, as one text.
    var ledgerText: String {
        var parts: [String] = []
        if let asOfDay { parts.append("as_of=\(asOfDay)") }
        if let coveredDays { parts.append("covers=\(coveredDays.lowerBound)..\(coveredDays.upperBound)") }
        if isFiltered { parts.append("filtered") }
        if isPartial { parts.append("partial") }
        if acceptsShrink { parts.append("accept_shrink") }
        if isStrict { parts.append("strict") }
        if !copilotSKUs.isEmpty { parts.append("copilot_skus=" + copilotSKUs.sorted().joined(separator: ",")) }
        return parts.joined(separator: " ")
    }
}
