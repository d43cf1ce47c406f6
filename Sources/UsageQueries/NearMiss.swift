/// Finds what somebody meant who mistyped a name.
enum NearMiss {
    /// The known name that differs least, if it differs little: by at most a third of its letters.
    static func nearest(to name: String, among known: [String]) -> String? {
        let folded = name.lowercased().replacing("-", with: "_")
        let candidates = known.map { (name: $0, distance: distance(folded, $0)) }
        guard let best = candidates.min(by: { ($0.distance, $0.name) < ($1.distance, $1.name) }),
            best.distance <= max(1, best.name.count / 3)
        else { return nil }
        return best.name
    }

    /// How many characters must be inserted, removed or replaced to turn one text into the other.
    static func distance(_ left: String, _ right: String) -> Int {
        let target = Array(right)
        var previous = Array(0...target.count)
        for (row, character) in left.enumerated() {
            var current = [row + 1]
            for (column, other) in target.enumerated() {
                let replaced = previous[column] + (character == other ? 0 : 1)
                current.append(min(replaced, previous[column + 1] + 1, current[column] + 1))
            }
            previous = current
        }
        return previous[target.count]
    }
}
