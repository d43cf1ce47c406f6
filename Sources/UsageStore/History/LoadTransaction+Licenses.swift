import GRDB

extension LoadTransaction {
    /// The id of a licence, inserted if it is new.
    ///
    /// Microsoft 365 Copilot is one licence, whether told by its part number or by its SKU id. What is known of a licence
    /// does not depend on the order of loading: a told name beats none, of two the smaller in byte order is kept, and
    /// a licence that was once told to be a Copilot licence is one.
    ///
    /// - Parameters:
    ///   - sku: SKU id as received, or the part number where no id is told; compared trimmed and without regard to case.
    ///   - name: Part number or name for people; nil or empty when not told.
    ///   - isCopilot: Whether it counts as a Copilot licence.
    public func licenseID(sku: String, name: String?, isCopilot: Bool) throws -> Int64 {
        let key = ReceivedIdentity.folded(sku)
        if Self.microsoft365CopilotKeys.contains(key) { return ListKind.microsoft365CopilotID }
        let name = name.flatMap { $0.isEmpty ? nil : $0 }
        let known = try Row.fetchOne(
            db.cachedStatement(sql: "select id, name, is_copilot from licenses where sku = ?"),
            arguments: [key]
        )
        guard let known else {
            try db.execute(
                sql: "insert into licenses (sku, name, is_copilot) values (?, ?, ?)",
                arguments: [key, name ?? key, isCopilot]
            )
            return db.lastInsertedRowID
        }
        let knownName: String = known[1]
        let betterName = name.flatMap {
            knownName == key || $0.utf8.lexicographicallyPrecedes(knownName.utf8) ? $0 : nil
        }
        if betterName != nil || isCopilot && !(known[2] as Bool) {
            try db.execute(
                sql: "update licenses set name = coalesce(?2, name), is_copilot = max(is_copilot, ?3) where id = ?1",
                arguments: [known[0] as Int64, betterName, isCopilot]
            )
        }
        return known[0]
    }

    private static let microsoft365CopilotKeys: Set<String> = [
        "microsoft_365_copilot", "639dec6b-bb19-468b-871c-c5c441c4b0cb",
    ]
}
