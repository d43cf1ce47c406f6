import GRDB

/// An account exactly as records name it.
public struct ReceivedAccount: Sendable, Hashable {
    /// UserId as received; empty when missing.
    public let userID: String
    /// UserKey as received; empty when missing.
    public let userKey: String
    /// UserType number.
    public let userType: Int64?
    /// Whether a human being acts through it.
    public let isByPerson: Bool

    /// Creates an account from a record's values.
    public init(userID: String, userKey: String, userType: Int64?, isByPerson: Bool) {
        self.userID = userID
        self.userKey = userKey
        self.userType = userType
        self.isByPerson = isByPerson
    }
}

/// Finds or inserts accounts.
struct AccountTable {
    private let db: Database
    private let find: BoundStatement
    private let insert: BoundStatement

    init(_ db: Database) throws {
        self.db = db
        find = try BoundStatement(
            db,
            sql: """
                select id, user_id, is_by_person from accounts
                where received_user_id = ? and received_user_key = ? and coalesce(received_user_type, -1) = ?
                """
        )
        insert = try BoundStatement(
            db,
            sql: """
                insert into accounts (received_user_id, received_user_key, received_user_type, user_principal_name,
                  entra_object_id, guest_alias, is_by_person, last_seen_at, user_id)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        )
    }

    func find(_ account: ReceivedAccount) throws -> AccountReference? {
        find.bind(1, text: account.userID)
        find.bind(2, text: account.userKey)
        find.bind(3, account.userType ?? -1)
        return try find.first {
            AccountReference(id: $0.integer(0), userID: $0.integer(1), isByPerson: $0.integer(2) == 1)
        }
    }

    func add(_ account: ReceivedAccount, identity: ReceivedIdentity, userID: Int64) throws -> AccountReference {
        insert.bind(1, text: account.userID)
        insert.bind(2, text: account.userKey)
        insert.bind(3, account.userType)
        insert.bind(4, text: identity.principalName)
        insert.bind(5, text: identity.objectID)
        insert.bind(6, text: identity.guestAlias)
        insert.bind(7, account.isByPerson)
        insert.bind(8, Int64.min)
        insert.bind(9, userID)
        try insert.run()
        return AccountReference(id: db.lastInsertedRowID, userID: userID, isByPerson: account.isByPerson)
    }
}

extension LoadTransaction {
    /// The account that a record names, inserted with its person if it is new.
    ///
    /// - Parameters:
    ///   - key: Hash of the account's three values.
    ///   - account: The values; asked for only when the account is not at hand.
    public func account(key: LookupKey, _ account: () -> ReceivedAccount) throws -> AccountReference {
        if let known = state.accounts.value(for: key) { return known }
        let (received, identity) = try stored(account())
        let table = try accountTable()
        let reference: AccountReference
        if let found = try table.find(received) {
            reference = found
        } else {
            let userID = try people.userID(for: identity)
            reference = try table.add(received, identity: identity, userID: userID)
            touched.newAccounts.insert(reference.id)
        }
        state.accounts.insert(reference, for: key)
        return reference
    }
}
