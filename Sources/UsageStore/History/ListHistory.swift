/// One list in the order in which lists tell history: by day, then by load.
struct ListedDay: Equatable, Sendable {
    /// `snapshots.id`.
    var snapshotID: Int64
    /// Days since 1970-01-01.
    var dayNumber: Int64
    /// Whether people that it does not name are unknown, rather than gone.
    var isPartial: Bool
}

/// A span of days, half open.
struct DaySpan<Value: Equatable & Sendable>: Equatable, Sendable {
    /// First day; nil = before anything that is known.
    var validFrom: Int64?
    /// First day no longer so; nil = still so.
    var validTo: Int64?
    /// The day of the first list that shows it.
    var knownSince: Int64
    var value: Value
}

/// Turns what a series of lists says of one person into spans of days.
///
/// Consecutive lists that say the same form one span; it begins with the first of them and ends with the first later
/// list that says otherwise. What no earlier list denies is taken to have been so since the beginning. Of several lists
/// of one day the last complete one counts, with the partial ones after it. The spans depend on the lists' days alone,
/// not on the order in which they were loaded.
enum ListHistory {
    /// What one list says of a person.
    enum Statement<Value: Equatable & Sendable>: Equatable, Sendable {
        /// So it is.
        case says(Value)
        /// Not listed as holder or member: nothing from this day on.
        case denies
        /// Listed, but without telling: no change.
        case unknown
    }

    /// - Parameters:
    ///   - lists: All lists, in order of day and load.
    ///   - statements: What the lists that name the person say, by `snapshotID`.
    static func spans<Value>(
        lists: [ListedDay],
        statements: [Int64: Statement<Value>]
    ) -> [DaySpan<Value>] {
        var spans: [DaySpan<Value>] = []
        var current: Value?
        var position = 0
        var wasDenied = false
        while position < lists.count {
            let day = lists[position].dayNumber
            var next = current
            var isTold = false
            while position < lists.count, lists[position].dayNumber == day {
                let list = lists[position]
                switch statements[list.snapshotID] {
                case .says(let value): (next, isTold) = (value, true)
                case .denies: (next, isTold) = (nil, true)
                case .unknown: break
                case nil: if !list.isPartial { (next, isTold) = (nil, true) }
                }
                position += 1
            }
            if next != current {
                if current != nil { spans[spans.count - 1].validTo = day }
                if let next {
                    spans.append(
                        DaySpan(
                            validFrom: wasDenied || !spans.isEmpty ? day : nil,
                            validTo: nil,
                            knownSince: day,
                            value: next
                        )
                    )
                }
                current = next
            }
            if isTold, next == nil { wasDenied = true }
        }
        return spans
    }
}
