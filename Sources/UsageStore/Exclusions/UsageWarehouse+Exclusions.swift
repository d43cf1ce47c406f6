import GRDB

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension UsageWarehouse {
    /// Puts a person on the list of those who must keep their licence, or changes what the list says.
    ///
    /// The exclusion belongs to the person, not to the name: it stays through a change of name, and goes with the person
    /// when a name turns out to be another name of somebody known. When two excluded people turn out to be one, the
    /// exclusion that holds longer stays.
    ///
    /// - Parameters:
    ///   - person: A user principal name, also an earlier one, or an Entra object id; case and outer spaces do not matter.
    ///   - reason: Why, for those who review the list. Outer spaces are removed.
    ///   - reviewDay: The UTC day from which the exclusion no longer holds, `YYYY-MM-DD`; nil: until it is removed.
    ///   - allowsUnknown: Whether somebody may be excluded of whom nothing was loaded yet; else a misspelled name
    ///     would protect nobody in silence.
    /// - Returns: Whether the person is new on the list.
    /// - Throws: ``ExclusionError`` for a text that names nobody, an unknown person, an empty reason or a day outside
    ///   the calendar; ``StoreError`` when the file cannot be written. The list is then as it was.
    @discardableResult
    public func exclude(
        _ person: String,
        reason: String,
        until reviewDay: String? = nil,
        allowsUnknown: Bool = false
    ) async throws -> ExclusionOutcome {
        let now = Int64(Date().timeIntervalSince1970)
        let reason = Self.trimmed(reason)
        guard !reason.isEmpty else { throw ExclusionError.emptyReason }
        return try await load(LoadSession()) { transaction in
            let list = ExclusionList(transaction.db)
            let day = try list.dayNumber(reviewDay)
            let user = try list.person(named: person, insertingUnknown: allowsUnknown)
            if user.isNew { transaction.touched.users.insert(user.id) }
            return try list.set(user.id, reason: reason, reviewDay: day, at: now)
        }
    }

    /// Takes a person off the list.
    ///
    /// - Parameter person: A user principal name, also an earlier one, or an Entra object id.
    /// - Throws: ``ExclusionError`` with code `notExcluded` for a person who is not on the list, known or not;
    ///   `badPerson` for a text that names nobody; ``StoreError`` when the file cannot be written.
    public func removeExclusion(of person: String) async throws {
        try await load(LoadSession()) { transaction in
            let user = try ExclusionList(transaction.db).remove(person)
            // Nothing else may speak of the person.
            transaction.touched.users.insert(user)
        }
    }

    /// Everybody on the list, also those whose review day has passed; in the order of the names' UTF-8 bytes.
    ///
    /// - Throws: ``StoreError`` when the file cannot be read.
    public func exclusions() async throws -> [LicenseExclusion] {
        do {
            return try await writer.read { db in
                try Row.fetchAll(
                    db,
                    sql: """
                        select u.user_principal_name, x.reason, d.day,
                          strftime('%Y-%m-%dT%H:%M:%SZ', x.excluded_at, 'unixepoch')
                        from license_exclusions x
                        join users u on u.id = x.user_id
                        left join days d on d.day_number = x.review_day
                        order by u.user_principal_name
                        """
                ).map { LicenseExclusion(userPrincipalName: $0[0], reason: $0[1], reviewDay: $0[2], addedAt: $0[3]) }
            }
        } catch {
            throw StoreError.wrapping(error, file: path)
        }
    }

    private static func trimmed(_ text: String) -> String {
        let start = text.drop { $0.isWhitespace }
        guard let end = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(start[...end])
    }
}
