/// The columns that say who somebody is: a user principal name, an object id, or both.
struct IdentityColumns: Sendable, Hashable {
    private let name: Int?
    private let objectID: Int?

    /// Finds the columns; nil without any.
    ///
    /// - Parameter allowsUsername: Whether a column Username has user principal names, as not every list means by it.
    init?(_ header: HeaderCells, allowsUsername: Bool = false) {
        name = header.column(["userprincipalname", "upn", "personid"] + (allowsUsername ? ["username"] : []))
        objectID = header.column(["id", "objectid"])
        if name == nil, objectID == nil { return nil }
    }

    /// Reads the columns; what is known of the row afterwards are they.
    func read(_ cells: [String], into person: inout ListedPerson) throws(ListRejection) -> Set<Int> {
        person.userPrincipalName = ListCells.cell(name, of: cells)
        person.objectID = ListCells.cell(objectID, of: cells)
        try ListCells.checkName(person.userPrincipalName, objectID: person.objectID)
        return Set([name, objectID].compactMap(\.self))
    }
}
