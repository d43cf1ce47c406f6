extension LoadTransaction {
    /// Stores one person of a directory that tells licences, but not of this person: nothing changes for the person.
    public func add(
        _ row: ListRow,
        to directory: Int64,
        withUnknown licenses: [Int64],
        importID: Int64
    ) throws -> ListRowOutcome {
        let outcome = try add(row, to: directory, importID: importID)
        for license in licenses {
            var unknown = ListRow()
            unknown.userPrincipalName = row.userPrincipalName
            unknown.objectID = row.objectID
            let list = try licenseList(of: license, in: directory, importID: importID)
            _ = try add(unknown, to: list, importID: importID)
        }
        return outcome
    }
}
