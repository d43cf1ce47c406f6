import UsageFormats

/// The columns that name licences by part number or SKU id, and say whether one of them is for Copilot.
struct AssignedLicensesColumns: Sendable, Hashable {
    private let flag: Int?
    private let skus: Int?

    init(_ header: HeaderCells) {
        flag = header.column(["haslicense", "haslicence", "hascopilotlicense", "hascopilot"])
        skus = header.column(["assignedlicenses"])
    }

    /// Whether the list has one of them.
    var isPresent: Bool { flag != nil || skus != nil }

    /// Whether the list has a column with part numbers or SKU ids.
    var hasSKUs: Bool { skus != nil }

    /// Reads the columns; cells that the row's licences do not hold wholly remain for `extra`.
    ///
    /// The flag decides about Copilot where the list has it; else the licences do, if there are any.
    func read(
        _ cells: [String],
        into person: inout ListedPerson,
        _ known: inout Set<Int>,
        _ notes: inout [ListNote]
    ) {
        guard isPresent else { return }
        let named = names(ListCells.cell(skus, of: cells))
        let copilot = ListedLicense(sku: ListedLicense.microsoft365Copilot)
        var licenses: [ListedLicense] = []
        var isWhole = named != nil
        for name in named ?? [] {
            if let license = CopilotProduct.isName(name) ? copilot : ListedLicense(skuID: name) {
                if !licenses.contains(license) { licenses.append(license) }
            } else {
                isWhole = false
            }
        }
        let namesCopilot = licenses.contains(copilot)
        let isTold = flag != nil || named?.isEmpty == false
        guard isTold, let holdsCopilot = flag == nil ? namesCopilot : flag(cells) else {
            notes.note(.unknownLicenseValue)
            return
        }
        if !holdsCopilot {
            licenses.removeAll { $0 == copilot }
        } else if !namesCopilot {
            licenses.append(copilot)
        }
        person.tell(licenses)
        if let flag { known.insert(flag) }
        if let skus, isWhole, holdsCopilot || !namesCopilot { known.insert(skus) }
    }

    private func flag(_ cells: [String]) -> Bool? { ListCells.flag(ListCells.cell(flag, of: cells)) }

    /// The part numbers and SKU ids of a cell; nil when a program wrote the name of a type in their place.
    private func names(_ cell: String) -> [String]? {
        let names = cell.split(separator: ";").map { TextFolding.trimmed(String($0)) }.filter { !$0.isEmpty }
        return names.contains { $0.hasSuffix("[]") } ? nil : names
    }
}
