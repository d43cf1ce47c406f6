/// Counts what loads of one list after the other must find new, changed or as it was.
///
/// A row is new when the list before does not name the account, and changed when that list says something else of it.
/// A second row of an account is a duplicate, like a row that says what the list before says.
struct SnapshotTally: Sendable {
    /// The counts of one list.
    struct Counts: Sendable {
        var added = 0
        var updated = 0
        var duplicates = 0
        var rejected = 0

        var read: Int { added + updated + duplicates + rejected }

        /// The counts for `truth.json`.
        var members: [String: TruthValue] {
            [
                "read": .integer(read), "added": .integer(added), "updated": .integer(updated),
                "duplicates": .integer(duplicates), "rejected": .integer(rejected),
            ]
        }
    }

    private var before: [String: UInt64] = [:]
    private var current: [String: UInt64] = [:]
    private(set) var counts = Counts()

    /// Counts a row.
    ///
    /// - Parameters:
    ///   - identity: What tells the account from others: the object id, or the name where the list has no ids.
    ///   - content: What the list says of it, apart from what no list is compared by.
    mutating func add(_ identity: String, _ content: [String]) {
        let key = identity.lowercased()
        let mark = Self.mark(of: content)
        // The first row of an account is the one that the next list is compared with.
        guard current[key] == nil else {
            counts.duplicates += 1
            return
        }
        current[key] = mark
        switch before[key] {
        case nil: counts.added += 1
        case mark: counts.duplicates += 1
        default: counts.updated += 1
        }
    }

    /// Counts a row that cannot be read.
    mutating func reject() {
        counts.rejected += 1
    }

    /// Ends a list; the next one is compared with it.
    mutating func endList() {
        before = current
        current.removeAll(keepingCapacity: true)
        counts = Counts()
    }

    /// A number that differs for different texts (FNV-1a).
    private static func mark(of texts: [String]) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for text in texts {
            for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
            hash = (hash ^ 0xFF) &* 0x100_0000_01B3
        }
        return hash
    }
}
