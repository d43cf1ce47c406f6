import GRDB

/// The accounts that a transaction met, in a table of their own, so that one statement answers for all of them.
struct SeenAccounts {
    private let db: Database

    init(_ db: Database) throws {
        self.db = db
        try db.execute(
            sql: """
                create temp table if not exists seen_accounts (
                  account_id integer primary key, seen_at integer not null
                )
                """
        )
    }

    /// Takes the accounts in, and moves their newest times on.
    func store(_ seenAt: [Int64: Int64]) throws {
        try db.execute(sql: "delete from seen_accounts")
        let rows = try RowBuffer<SeenAccountRow>(db, table: "seen_accounts")
        for (account, time) in seenAt.sorted(by: { $0.key < $1.key }) {
            try rows.add(SeenAccountRow(accountID: account, seenAt: time))
        }
        try rows.flush()
        try db.execute(
            sql: """
                update accounts set last_seen_at = s.seen_at from seen_accounts s
                where accounts.id = s.account_id and last_seen_at < s.seen_at
                """
        )
    }

    /// Those of which a new sighting may move a name: the name has several ids, the person several names, or the home
    /// name of a guest several guests.
    func contested() throws -> [Int64] {
        let contests = (["accounts"] + Sightings.listTables).flatMap { table in
            [
                "x.user_principal_name = a.user_principal_name and x.entra_object_id <> a.entra_object_id",
                "x.user_id = a.user_id and x.user_principal_name <> a.user_principal_name",
                "x.guest_alias = a.guest_alias" + (table == "accounts" ? " and x.id <> a.id" : ""),
            ]
            .map { "exists (select 1 from \(table) x where \($0))" }
        }
        return try Int64.fetchAll(
            db.cachedStatement(
                sql: """
                    select a.id from seen_accounts s cross join accounts a on a.id = s.account_id
                    where \(contests.joined(separator: " or "))
                    """
            )
        )
    }
}

private struct SeenAccountRow: BindableRow {
    var accountID: Int64
    var seenAt: Int64

    static let columns = ["account_id", "seen_at"]

    func bind(to statement: BoundStatement, from first: Int32) {
        statement.bind(first, accountID)
        statement.bind(first + 1, seenAt)
    }
}
