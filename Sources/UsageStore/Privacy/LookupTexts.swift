import GRDB

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Rewrites the texts of one lookup table, with the fingerprints that follow from them.
struct LookupTexts {
    let db: Database
    let lookup: Lookup

    init(_ db: Database, _ lookup: Lookup) {
        self.db = db
        self.lookup = lookup
    }

    /// Removes the names of erased people; rows that become the same as another give it their references.
    ///
    /// - Returns: How many rows changed.
    func scrub(_ erased: ErasedNames, _ touched: inout TouchedFacts) throws -> Int {
        let texts = try String.fetchAll(
            db,
            sql: "select name from pragma_table_info(?) where lower(type) in ('text', 'any') and name <> 'fingerprint'",
            arguments: [lookup.table]
        )
        let condition = texts.map { "erased_text(\($0)) is not \($0)" }.joined(separator: " or ")
        let ids = try Int64.fetchAll(db, sql: "select id from \(lookup.table) where \(condition)")
        for id in ids { try scrub(id, texts, &touched) }
        return ids.count
    }

    private func scrub(_ id: Int64, _ texts: [String], _ touched: inout TouchedFacts) throws {
        let assignments = texts.map { "\($0) = erased_text(\($0))" }.joined(separator: ", ")
        let key: String
        let value: DatabaseValue
        switch lookup.identity {
        case .firstColumn:
            key = lookup.columns[0]
            value =
                try DatabaseValue.fetchOne(
                    db,
                    sql: "select erased_text(\(key)) from \(lookup.table) where id = ?",
                    arguments: [id]
                ) ?? .null
        case .fingerprint:
            key = "fingerprint"
            value = try fingerprint(of: id, through: "erased_text").databaseValue
        }
        let twin = try Int64.fetchOne(
            db,
            sql: "select id from \(lookup.table) where \(key) = ? and id <> ?",
            arguments: [value, id]
        )
        if let twin { return try merge(id, into: twin, &touched) }
        let fingerprint = lookup.identity == .fingerprint ? ", fingerprint = ?2" : ""
        let arguments: StatementArguments = lookup.identity == .fingerprint ? [id, value] : [id]
        try db.execute(
            sql: "update \(lookup.table) set \(assignments)\(fingerprint) where id = ?1",
            arguments: arguments
        )
    }

    private func merge(_ id: Int64, into twin: Int64, _ touched: inout TouchedFacts) throws {
        for user in LookupSweep.users(of: lookup.table) {
            try db.execute(
                sql: "update \(user.table) set \(user.column) = ?2 where \(user.column) = ?1",
                arguments: [id, twin]
            )
        }
        try db.execute(sql: "delete from \(lookup.table) where id = ?", arguments: [id])
        touched.concernsEveryDay = true
        touched.hasNewAgentReferences = true
    }

    // MARK: - Fingerprints

    /// The fingerprint that follows from a row's values, each taken through an SQL function where one is named.
    func fingerprint(of id: Int64, through function: String = "") throws -> Data {
        let values = identity.map { "\(function)(\($0))" }
        let row = try Row.fetchOne(
            db.cachedStatement(sql: "select \(values.joined(separator: ", ")) from \(lookup.table) t where id = ?"),
            arguments: [id]
        )
        guard let row else { throw StoreError(.badRow, "Row \(id) of \(lookup.table) does not exist.") }
        var tuple = LookupTuple()
        for value in row.databaseValues {
            switch value.storage {
            case .int64(let number): tuple.append(number)
            case .string(let text): tuple.append(text)
            default: tuple.append(nil as String?)
            }
        }
        let (high, low) = tuple.fingerprint
        return withUnsafeBytes(of: (high.bigEndian, low.bigEndian)) { Data($0) }
    }

    /// The values that identify a row, in the order in which records give them.
    private var identity: [String] {
        switch lookup.table {
        case "access_kinds":
            return [
                "action", "status",
                "coalesce((select l.label_guid from sensitivity_labels l where l.id = t.sensitivity_label_id), '')",
                "is_cross_prompt_injection_detected", "policy_details",
            ]
        case "agent_references":
            return lookup.columns.dropLast() + [Self.appIdentity]
        case "record_profiles":
            let tenant = "coalesce((select n.organization_id from tenants n where n.id = t.tenant_id), '')"
            return [tenant] + lookup.columns.dropFirst()
        case "resources": return Array(lookup.columns.prefix(5))
        default: return lookup.columns
        }
    }

    /// A reference without id is known by the AppIdentity of its records, too.
    private static let appIdentity = """
        case when t.raw_agent_id is null then coalesce(
          (select p.app_identity from interactions i join record_profiles p on p.id = i.record_profile_id
           where i.agent_reference_id = t.id limit 1),
          (select p.app_identity from admin_events e join record_profiles p on p.id = e.record_profile_id
           where e.agent_reference_id = t.id limit 1)) end
        """
}

extension LoadTransaction {
    /// The fingerprints of a lookup table as stored, and as made anew.
    func fingerprints(of lookup: Lookup) throws -> [(stored: Data, made: Data)] {
        let texts = LookupTexts(db, lookup)
        return try Row.fetchAll(db, sql: "select id, fingerprint from \(lookup.table)").map { row in
            (row[1], try texts.fingerprint(of: row[0]))
        }
    }
}
