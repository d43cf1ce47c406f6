/// The column that names the products that a person holds, by the names that people know.
struct ProductsColumn: Sendable, Hashable {
    private let column: Int

    init?(_ header: HeaderCells, titles: [String]) {
        guard let column = header.column(titles) else { return nil }
        self.column = column
    }

    /// Reads the column; a cell that names other products, too, remains for `extra`.
    func read(
        _ cells: [String],
        into person: inout ListedPerson,
        _ known: inout Set<Int>,
        _ notes: inout [ListNote]
    ) {
        let cell = ListCells.cell(column, of: cells)
        guard !cell.isEmpty, let isLicensed = CopilotProduct.isNamed(in: cell) else {
            notes.note(.unknownLicenseValue)
            return
        }
        person.tell(isLicensed: isLicensed)
        if cell.lowercased() == "unlicensed" || CopilotProduct.isName(cell) { known.insert(column) }
    }
}
