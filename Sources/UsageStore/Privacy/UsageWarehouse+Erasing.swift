import GRDB

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension UsageWarehouse {
    /// Removes the identity of a person: names, ids, addresses and display names, wherever they stand.
    ///
    /// The person stays as a nameless user with meaningless tokens, so that all counts and sums stay what they were,
    /// with licences, department and manager. Display name, mail, job title, place, network addresses and further columns of
    /// lists go; of rejected rows that speak of the person the reason stays. What was erased is remembered by keyed
    /// hashes alone: a file that brings the person again, old or new, adds to the nameless user. No page of the file, and
    /// no log beside it, holds the identity when the call returns; copies and backups are not known to it.
    ///
    /// - Parameters:
    ///   - person: A user principal name, also an earlier one, an Entra object id, or a user key as records tell it; case
    ///     and outer spaces do not matter.
    ///   - allowsUnknown: Whether somebody may be erased of whom nothing was loaded; else a misspelled name would erase
    ///     nobody in silence.
    /// - Returns: What changed; without an action when the person was erased before.
    /// - Throws: ``PrivacyError`` for a text that names nobody, an unknown person, an account that is no person, or a
    ///   pseudonymized copy; ``StoreError`` when the file cannot be written, or another program reads it all the while
    ///   so that it cannot be cleaned: then call it again.
    @discardableResult
    public func erase(_ person: String, allowsUnknown: Bool = false) async throws -> PrivacySummary {
        let now = Int64(Date().timeIntervalSince1970)
        try await overwriteDeleted()
        let summary = try await load(LoadSession()) { transaction in
            try transaction.erase(person, allowsUnknown: allowsUnknown, at: now)
        }
        try await load(LoadSession()) { transaction in try transaction.sweepLookups() }
        try await cleanFile()
        return summary
    }
}

extension LoadTransaction {
    /// Erases a person in all tables, and remembers who it was by hashes.
    fileprivate func erase(_ person: String, allowsUnknown: Bool, at time: Int64) throws -> PrivacySummary {
        guard !privacy.isPseudonymized else { throw PrivacyError.pseudonymized }
        let folded = ReceivedIdentity.folded(person)
        if let known = privacy.erased?.entry(folded), known.kind != .text {
            return PrivacySummary(actionID: nil, counts: [:])
        }
        let known = PersonIdentifiers(db)
        let user = try known.user(folded)
        guard user != nil || ExclusionList.namesSomebody(ReceivedIdentity(userID: folded, key: "")),
            !folded.hasSuffix("@erased.invalid")
        else { throw PrivacyError.badPerson }
        guard user != nil || allowsUnknown else { throw PrivacyError.unknownPerson }
        if let user, try isProgram(user) { throw PrivacyError.notAPerson }

        let ledger = PrivacyLedger(db)
        let action = try ledger.beginErasure(at: time)
        let memory = ErasureMemory(db)
        var erased = try memory.names()
        let given: ErasedNames.Kind =
            ReceivedIdentity.isObjectID(folded) ? .objectID : folded.contains("@") ? .name : .text
        var identifiers = try user.map(known.identifiers) ?? []
        if !identifiers.contains(where: { $0.text == folded }) { identifiers.append((folded, given)) }
        for (text, kind) in identifiers { try memory.remember(text, as: kind, erasure: action, in: &erased) }
        privacy.erased = erased

        var rows = ErasedRows(db, erased)
        if let user { try rows.conceal(user, &touched) }
        try ErasedTexts(db, erased).scrub(&rows.counts, &touched)
        state = LoadSession.State(dataVersion: state.dataVersion)
        return try ledger.finish(action, rows.counts)
    }

    private func isProgram(_ user: Int64) throws -> Bool {
        try Bool.fetchOne(
            db,
            sql: "select account_kind in ('application', 'system') from users where id = ?",
            arguments: [user]
        ) == true
    }

    /// Takes the network addresses from the records of erased people that this transaction stored.
    func removeAddressesOfErased() throws {
        guard privacy.erased != nil else { return }
        let accounts = try Row.fetchAll(
            db,
            sql: "select id, user_id from accounts where received_user_id like 'erased-%@erased.invalid'"
        )
        let users = Set(accounts.map { $0[1] as Int64 })
        let update = try db.cachedStatement(
            sql: """
                update interactions set client_address_id = null
                where day_number = ? and user_id = ? and client_address_id is not null
                """
        )
        var count = 0
        for userDay in touched.activeDays where users.contains(userDay.userID) {
            try update.execute(arguments: [userDay.dayNumber, userDay.userID])
            count += db.changesCount
        }
        for account in accounts where touched.accountsSeen[account[0]] != nil {
            try db.execute(
                sql: """
                    update admin_events set client_address_id = null
                    where account_id = ? and client_address_id is not null
                    """,
                arguments: [account[0] as Int64]
            )
            count += db.changesCount
        }
        if count > 0 { touched.hasReplacedRows = true }
    }
}
