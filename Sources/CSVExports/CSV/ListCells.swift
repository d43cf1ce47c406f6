/// How cells read in every list.
enum ListCells {
    /// A truth value as people and programs write it; nil for anything else.
    static func flag(_ cell: String) -> Bool? {
        switch cell.lowercased() {
        case "true", "yes", "y", "1": true
        case "false", "no", "n", "0": false
        default: nil
        }
    }

    /// Whether a mailbox belongs to several people, a room or equipment: a truth value, or Exchange's name of its kind.
    static func isShared(_ cell: String) -> Bool? {
        switch HeaderCells.key(cell) {
        case "shared", "sharedmailbox", "room", "roommailbox", "equipment", "equipmentmailbox": true
        case "user", "usermailbox", "linked", "linkedmailbox": false
        default: flag(cell)
        }
    }

    /// The cell of a column that a row may be too short for.
    static func cell(_ column: Int?, of cells: [String]) -> String {
        guard let column, column < cells.count else { return "" }
        return cells[column]
    }

    /// Refuses rows that name no one, and rows whose name is a token that cannot be joined to a person.
    static func checkName(_ name: String, objectID: String) throws(ListRejection) {
        if name.isEmpty, objectID.isEmpty {
            throw ListRejection(
                code: .missingUser,
                description: "The row has no user principal name; expected one, or an object id."
            )
        }
        if name.utf8.count == 32, name.allSatisfy({ $0.isASCII && $0.isHexDigit }) {
            throw ListRejection(
                code: .concealedName,
                description: "The row's name is a concealed token and names no one. Turn off concealed names in the "
                    + "admin center under Settings, Org settings, Reports, and export the list again."
            )
        }
    }
}
