/// What a directory says of an account on one day.
struct DirectoryEntry: Sendable {
    /// Whose account it is.
    enum Owner: Sendable {
        case person(Person)
        case room
        case sharedMailbox
    }

    var owner: Owner
    var objectID: SampleGUID
    var principalName: String
    var displayName: String
    var givenName = ""
    var surname = ""
    var mail: String
    /// The department with the blanks around it.
    var department = ""
    var jobTitle = ""
    var office: Office?
    var companyName = ""
    var isEnabled = false
    var isGuest = false
    /// Seconds since 1970-01-01 UTC.
    var createdAt: Int
    var manager: ManagerTree.Manager?
    var products: [LicenceProduct] = []
    /// When Microsoft 365 Copilot was assigned, as a day of the calendar; nil without it.
    var copilotSince: CivilDay?
    /// When Microsoft 365 Copilot was taken away before this day; nil when that did not happen.
    var copilotUntil: CivilDay?

    /// The person; nil for a room or shared mailbox.
    var person: Person? {
        if case .person(let person) = owner { person } else { nil }
    }

    var holdsCopilot: Bool { copilotSince != nil }

    /// The name of the department, without the blanks around it.
    var departmentName: String { Workplaces.name(of: department) }
}

/// A mailbox that several people read; its account is disabled and has no licence.
struct SharedMailbox: Sendable {
    var principalName: String
    var displayName: String
    var objectID: SampleGUID
    var createdAt: Int
}
