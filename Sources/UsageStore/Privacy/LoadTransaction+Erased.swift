import GRDB

extension LoadTransaction {
    /// The identity under which a row is stored: that of the row, or the tokens of an erased person.
    ///
    /// What else the row tells of an erased person is remembered, so that it is known where it stands alone.
    func stored(_ identity: ReceivedIdentity) throws -> (identity: ReceivedIdentity, isErased: Bool) {
        guard let erased = privacy.erased, let erasure = erased.erasure(of: identity) else { return (identity, false) }
        // A home name alone does not decide about a guest who is known as somebody else.
        if let name = identity.principalName, erased.entry(name) == nil, erased.entry(identity.objectID) == nil {
            let isKnown = try Bool.fetchOne(
                db.cachedStatement(
                    sql: """
                        select exists (select 1 from users where identity = 'upn:' || ?1) or exists (
                          select 1 from user_aliases where kind = 'user_principal_name' and value = ?1)
                        """
                ),
                arguments: [name]
            )
            if isKnown == true { return (identity, false) }
        }
        try learn(identity, erasure)
        return (erased.concealed(identity), true)
    }

    /// The account under which a record is stored.
    func stored(_ account: ReceivedAccount) throws -> (account: ReceivedAccount, identity: ReceivedIdentity) {
        let received = ReceivedIdentity(userID: account.userID, key: account.userKey)
        let (identity, isErased) = try stored(received)
        guard isErased, let erased = privacy.erased else { return (account, identity) }
        return (erased.concealed(account), identity)
    }

    /// A list's row as it is stored: of an erased person nothing stays but what questions sum up.
    func stored(_ row: ListRow, isErased: Bool) -> ListRow {
        guard privacy.erased != nil else { return row }
        var row = row
        if isErased {
            row.jobTitle = nil
            row.attributes = nil
            row.extra = nil
        } else {
            row.attributes = stored(row.attributes)
            row.extra = stored(row.extra)
        }
        return row
    }

    /// A text without the names of erased people.
    func stored(_ text: String?) -> String? {
        guard let erased = privacy.erased, let text else { return text }
        return erased.scrubbed(text) ?? text
    }

    /// A text without the names of erased people, as UTF-8.
    func stored(_ text: [UInt8]?) -> [UInt8]? {
        guard let erased = privacy.erased, let text else { return text }
        return erased.scrubbed(text) ?? text
    }

    /// A lookup's values without the names of erased people.
    func stored(_ tuple: LookupTuple) -> LookupTuple {
        guard let erased = privacy.erased else { return tuple }
        return tuple.replacingTexts { erased.scrubbed($0) }
    }

    /// A rejected row: of one that speaks of erased people the reason stays, not what it said.
    func stored(_ row: RejectedRow) -> RejectedRow {
        guard let erased = privacy.erased, erased.mentions(row.rawText) || erased.mentions(row.reason) else {
            return row
        }
        return RejectedRow(
            position: row.position,
            lineNumber: row.lineNumber,
            byteOffset: row.byteOffset,
            code: row.code,
            reason: erased.scrubbed(row.reason) ?? row.reason,
            rawText: ErasedRows.erasedText
        )
    }

    /// Remembers the ids and names that stand beside those of an erased person, but for names that somebody else has.
    private func learn(_ identity: ReceivedIdentity, _ erasure: Int64) throws {
        let told: [(String?, ErasedNames.Kind)] = [
            (identity.objectID, .objectID), (identity.principalName, .name), (identity.guestAlias, .name),
        ]
        for case (let identifier?, let kind) in told where privacy.erased?.entry(identifier) == nil {
            if kind == .name, try people.isNameOfSomebody(identifier) { continue }
            guard var erased = privacy.erased else { return }
            try ErasureMemory(db).remember(identifier, as: kind, erasure: erasure, in: &erased)
            privacy.erased = erased
            learned.insert(identifier)
        }
    }

    /// Erases what is stored already under names and ids that turned out to be those of erased people.
    func eraseLearned() throws {
        guard !learned.isEmpty, let erased = privacy.erased else { return }
        let identifiers = learned
        learned.removeAll()
        var rows = ErasedRows(db, erased)
        for identifier in identifiers.sorted() {
            let users = try Int64.fetchAll(
                db,
                sql: "select id from users where identity in ('upn:' || ?1, 'object:' || ?1)",
                arguments: [identifier]
            )
            for user in users { try rows.conceal(user, &touched) }
        }
        try ErasedTexts(db, erased).scrub(&rows.counts, &touched)
        state.accounts.removeAll()
        state.caches.removeAll()
    }
}
