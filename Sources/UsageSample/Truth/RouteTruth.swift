/// What a load of the files of one route must count.
struct RouteTruth: Sendable {
    private var added = 0
    private var duplicates = 0
    private var rejected = 0
    private var outOfScope = 0
    /// Rows of the log that the route does not carry.
    var leftOut = 0
    /// Counts that only this route has.
    var own: [String: Int] = [:]

    /// Adds a record.
    mutating func add(_ fate: AuditEnvelope.Fate) {
        switch fate {
        case .added: added += 1
        case .duplicate: duplicates += 1
        case .outOfScope: outOfScope += 1
        case .rejected: rejected += 1
        }
    }

    /// The counts for `truth.json`.
    var document: TruthValue {
        var counts = [
            "read": added + duplicates + rejected + outOfScope, "added": added, "duplicates": duplicates,
            "rejected": rejected, "out_of_scope": outOfScope, "left_out": leftOut,
        ]
        counts.merge(own) { first, _ in first }
        return .object(counts.mapValues { .integer($0) })
    }
}
