/// The columns that name somebody's manager.
struct ManagerColumns: Sendable, Hashable {
    private let name: Int?
    private let id: Int?

    init(_ header: HeaderCells) {
        name = header.column(["managerupn", "manageruserprincipalname", "manager"])
        id = header.column(["managerid", "managerobjectid"])
    }

    /// Whether the list has one of them.
    var isPresent: Bool { name != nil || id != nil }

    /// Reads the columns; a cell that names nobody remains for `extra`.
    func read(
        _ cells: [String],
        into person: inout ListedPerson,
        _ known: inout Set<Int>,
        _ notes: inout [ListNote]
    ) {
        guard isPresent else { return }
        let texts = [name, id].map { ListCells.cell($0, of: cells) }
        guard let manager = ListedManager(name: texts[0], id: texts[1]) else {
            notes.note(.unreadableManager)
            return
        }
        person.manager = manager
        person.told.insert(.manager)
        for (column, text) in zip([name, id], texts) {
            guard let column, text == manager.userPrincipalName || text == manager.objectID else { continue }
            known.insert(column)
        }
    }
}
