import GRDB

/// An app host as a record spells it, with what is known of it.
public struct ReceivedAppHost: Sendable, Hashable {
    /// AppHost as received; empty when missing.
    public let text: String
    /// The documented spelling, when it is a documented app host in any case; `(none)` for a missing one.
    public let documentedName: String?
    /// Whether a user acts there; false for the test pane, autonomous runs and flows.
    public let isUserAction: Bool

    /// Creates an app host from a record's value and what is known of it.
    public init(text: String, documentedName: String?, isUserAction: Bool) {
        self.text = text
        self.documentedName = documentedName
        self.isUserAction = isUserAction
    }
}

extension LoadTransaction {
    /// The id of an app host, inserted if it is new.
    ///
    /// Spellings of one undocumented app host that differ in case share the smallest spelling in byte order as name.
    public func appHostID(key: LookupKey, _ appHost: () -> ReceivedAppHost) throws -> Int64 {
        if let known = state.appHosts[key] { return known }
        let received = appHost()
        let found = try Int64.fetchOne(
            db,
            sql: "select id from app_hosts where app_host = ?",
            arguments: [received.text]
        )
        let id = try found ?? insert(received)
        // The vocabulary is small; hostile input with countless hosts is asked from the table again.
        if state.appHosts.count >= 4096 { state.appHosts.removeAll() }
        state.appHosts[key] = id
        return id
    }

    /// Whether a user acts there.
    func isUserAction(appHostID: Int64) throws -> Bool {
        if let passive = passiveAppHosts { return !passive.contains(appHostID) }
        let passive = try Int64.fetchSet(db, sql: "select id from app_hosts where is_user_action = 0")
        passiveAppHosts = passive
        return !passive.contains(appHostID)
    }

    private func insert(_ received: ReceivedAppHost) throws -> Int64 {
        let folded = received.text.lowercased()
        try db.execute(
            sql: """
                insert into app_hosts (app_host, folded_name, name, is_documented, is_user_action)
                values (?, ?, ?, ?, ?)
                """,
            arguments: [
                received.text, folded, received.documentedName ?? received.text, received.documentedName != nil,
                received.isUserAction,
            ]
        )
        let id = db.lastInsertedRowID
        if !received.isUserAction { passiveAppHosts?.insert(id) }
        if received.documentedName == nil {
            try db.execute(
                sql: """
                    update app_hosts set name = (select min(app_host) from app_hosts where folded_name = ?1)
                    where folded_name = ?1
                    """,
                arguments: [folded]
            )
        }
        return id
    }
}
