import GRDB

/// One person's manager during some days, half open; the open ends are the least and the greatest number.
struct ManagerLink: Equatable {
    var managerID: Int64
    var validFrom: Int64
    var validTo: Int64

    init(managerID: Int64, validFrom: Int64, validTo: Int64) {
        self.managerID = managerID
        self.validFrom = validFrom
        self.validTo = validTo
    }

    /// Reads manager, first day and day after the last one from three columns.
    init(_ row: Row, from column: Int) {
        managerID = row[column]
        validFrom = row[column + 1] ?? .min
        validTo = row[column + 2] ?? .max
    }
}

extension [ManagerLink] {
    /// Appends a link, or makes the last one longer where the same manager stays.
    mutating func append(following link: ManagerLink) {
        if let last, last.managerID == link.managerID, last.validTo == link.validFrom {
            self[count - 1].validTo = link.validTo
        } else {
            append(link)
        }
    }
}

/// A row of `manager_tree`.
struct ManagerTreeRow: BindableRow {
    var userID: Int64
    var depth: Int
    var link: ManagerLink

    static let columns = ["manager_user_id", "user_id", "valid_from", "valid_to", "depth"]

    func bind(to statement: BoundStatement, from first: Int32) {
        statement.bind(first, link.managerID)
        statement.bind(first + 1, userID)
        statement.bind(first + 2, link.validFrom == .min ? nil : link.validFrom)
        statement.bind(first + 3, link.validTo == .max ? nil : link.validTo)
        statement.bind(first + 4, Int64(depth))
    }
}

/// Walks from people up to all of their managers.
struct ManagerWalk {
    private let db: Database
    private var links: [Int64: [ManagerLink]] = [:]

    init(_ db: Database) { self.db = db }

    /// Everyone above a person, with the days and the distance.
    mutating func rows(above user: Int64) throws -> [ManagerTreeRow] {
        var found: [ManagerTreeRow] = []
        var path = [user]
        try climb(from: user, between: .min, and: .max, &path, &found)
        found.sort { ($0.link.managerID, $0.link.validFrom) < ($1.link.managerID, $1.link.validFrom) }
        var rows: [ManagerTreeRow] = []
        for row in found {
            if let last = rows.last, last.depth == row.depth, last.link.managerID == row.link.managerID,
                last.link.validTo == row.link.validFrom
            {
                rows[rows.count - 1].link.validTo = row.link.validTo
            } else {
                rows.append(row)
            }
        }
        return rows
    }

    private mutating func climb(
        from person: Int64,
        between first: Int64,
        and end: Int64,
        _ path: inout [Int64],
        _ found: inout [ManagerTreeRow]
    ) throws {
        for link in try links(of: person) where link.validFrom < end && link.validTo > first {
            guard !path.contains(link.managerID) else { continue }
            let part = ManagerLink(
                managerID: link.managerID,
                validFrom: max(first, link.validFrom),
                validTo: min(end, link.validTo)
            )
            found.append(ManagerTreeRow(userID: path[0], depth: path.count, link: part))
            guard path.count < ManagerTreeUpkeep.maximumDepth else { continue }
            path.append(link.managerID)
            try climb(from: link.managerID, between: part.validFrom, and: part.validTo, &path, &found)
            path.removeLast()
        }
    }

    /// A person's managers in order of days.
    private mutating func links(of person: Int64) throws -> [ManagerLink] {
        if let known = links[person] { return known }
        var read: [ManagerLink] = []
        let rows = try Row.fetchCursor(
            db.cachedStatement(
                sql: """
                    select manager_user_id, valid_from, valid_to from directory_periods
                    where user_id = ? and manager_user_id is not null order by coalesce(valid_from, -1)
                    """
            ),
            arguments: [person]
        )
        while let row = try rows.next() { read.append(following: ManagerLink(row, from: 0)) }
        links[person] = read
        return read
    }
}
