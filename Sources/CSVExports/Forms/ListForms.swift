public import UsageFormats

/// The forms in which lists come, in the order in which a file is tried against them.
public enum ListForms {
    /// Every form; a new one is one line here.
    ///
    /// Forms with columns of their own come before those that take any list with a licence or a directory column.
    public static let all: [any ListForm.Type] = [
        AgentsLayout.self,
        PaxUsersLayout.self,
        ActiveUsersLayout.self,
        AssignedProductsLayout.self,
        LicensedUserLayout.self,
        DirectoryLayout.self,
        LicenseDetailsForm.self,
        SubscribedSKUsForm.self,
        GraphUsersForm.self,
    ]

    /// What a file is among lists.
    public enum Recognition: Sendable {
        /// A list of a form.
        case list(any ListForm)
        /// A list of people that may be of licence holders or a directory: the caller must be told which.
        case ambiguous
        /// No list.
        case foreign
    }

    /// Recognises a list from what its file begins with.
    ///
    /// Audit records and usage reports are no lists, though they name people.
    public static func recognise(_ beginning: FileBeginning) -> Recognition {
        for type in all {
            if let form = type.init(beginning, isDeclared: false) { return .list(form) }
        }
        guard case .rows(_, let titles) = beginning else { return .foreign }
        let header = HeaderCells(titles)
        if header.isOfAuditRecords || header.isOfUsageReport { return .foreign }
        return LicensedUserLayout(header: titles, isForced: true) == nil ? .foreign : .ambiguous
    }

    /// Takes a file for the format that the caller declares; nil when it lacks what the format needs.
    public static func form(of beginning: FileBeginning, declaredAs format: String) -> (any ListForm)? {
        let types = all.filter { $0.formats.contains(format) }
        for isDeclared in [false, true] {
            for type in types {
                if let form = type.init(beginning, isDeclared: isDeclared) { return form }
            }
        }
        return nil
    }

    /// What a file of a format shows, for messages; nil when lists have no such format.
    public static func expectation(of format: String) -> String? {
        let expectations = all.filter { $0.formats.contains(format) }.map { $0.expectation }
        return expectations.isEmpty ? nil : expectations.joined(separator: ", or ")
    }
}
