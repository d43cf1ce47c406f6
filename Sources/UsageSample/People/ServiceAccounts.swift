/// Accounts that are no people: systems, applications and service principals.
struct ServiceAccounts: Sendable {
    /// All of them, as records write them.
    let all: [Account]
    /// Those that trigger agents without a user.
    let triggers: [Account]

    /// Makes the service accounts of a tenant.
    init(seed: TenantSeed) {
        func identifier(_ number: UInt64) -> String { seed.guid(for: .objectID, 1 << 40 | number).text }
        let rows: [(id: String, key: String, type: Int)] = [
            ("ServicePrincipal_\(identifier(1))", identifier(1), 6),
            (identifier(2), identifier(2), 5),
            ("Contoso Flow Runner", identifier(3), 5),
            ("app@sharepoint", "i:0i.t|00000003-0000-0ff1-ce00-000000000000|app@sharepoint", 0),
            ("SHAREPOINT\\system", "S-1-0-0", 4),
            ("NT AUTHORITY\\SYSTEM (agenthost)", "NT AUTHORITY\\SYSTEM (agenthost)", 4),
            ("Not Available", "Not Available", 4),
            ("", "", 4),
            ("__NULL__", "__NULL__", 0),
            ("ServicePrincipal_\(identifier(4))", identifier(4), 6),
        ]
        all = rows.enumerated().map { index, row in
            Account(userID: row.id, userKey: row.key, userType: row.type, person: nil, spelling: -1 - index)
        }
        triggers = [all[0], all[1], all[2], all[9]]
    }
}
