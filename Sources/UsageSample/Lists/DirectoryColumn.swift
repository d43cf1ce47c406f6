/// A column of a directory list: its title, and what it says of an account.
struct DirectoryColumn: Sendable {
    var title: String
    var cell: @Sendable (DirectoryEntry) -> String

    init(_ title: String, _ cell: @escaping @Sendable (DirectoryEntry) -> String) {
        self.title = title
        self.cell = cell
    }

    /// The same column under another title.
    func titled(_ title: String) -> DirectoryColumn {
        DirectoryColumn(title, cell)
    }

    /// The columns of a download from the Entra admin center, in their usual order.
    static let entra: [DirectoryColumn] = [
        .init("userPrincipalName", \.principalName), .init("displayName", \.displayName), .init("surname", \.surname),
        .init("mail", \.mail), .init("givenName", \.givenName), .init("id", \.objectID.text),
        .init("userType") { $0.isGuest ? "Guest" : "Member" }, .init("jobTitle", \.jobTitle),
        .init("department", \.department), .init("accountEnabled") { $0.isEnabled ? "True" : "False" },
        .init("usageLocation") { $0.office?.usageLocation ?? "" }, .init("streetAddress") { $0.office?.street ?? "" },
        .init("state") { $0.office?.state ?? "" }, .init("country") { $0.office?.country ?? "" },
        .init("officeLocation") { $0.office?.name ?? "" }, .init("city") { $0.office?.city ?? "" },
        .init("postalCode") { $0.office?.postalCode ?? "" }, .init("telephoneNumber", telephone),
        .init("mobilePhone", empty), .init("alternateEmailAddress", empty), .init("ageGroup", empty),
        .init("consentProvidedForMinor", empty), .init("legalAgeGroupClassification", empty),
        .init("companyName", \.companyName), .init("creationType") { $0.isGuest ? "Invitation" : "" },
        .init("directorySynced") { $0.person != nil && !$0.isGuest ? "True" : "" },
        .init("invitationState") { $0.isGuest ? "Accepted" : "" },
        .init("identityIssuer") { _ in PersonNames.initialDomain }, .init("createdDateTime", created),
    ]

    /// The column of the usual download with a title.
    static func entra(_ title: String) -> DirectoryColumn {
        entra.first { $0.title == title } ?? DirectoryColumn(title, empty)
    }

    private static let empty: @Sendable (DirectoryEntry) -> String = { _ in "" }
    private static let telephone: @Sendable (DirectoryEntry) -> String = { entry in
        guard let number = entry.person?.number, number % 3 == 0 else { return "" }
        return "+49 40 555 \(1000 + number)"
    }
    private static let created: @Sendable (DirectoryEntry) -> String = { entry in
        var buffer = ByteBuffer(capacity: 24)
        buffer.append(americanInstant: entry.createdAt)
        return buffer.text
    }
}

extension DirectoryEntry {
    /// What directory lists are compared by, whatever columns, spellings and order they have.
    var comparedContent: [String] {
        [
            displayName, mail, departmentName, jobTitle, isEnabled ? "enabled" : "disabled",
            isGuest ? "guest" : "member", office?.name ?? "", office?.city ?? "", companyName,
        ]
    }
}
