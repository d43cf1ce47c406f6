/// What a load of the licence and directory lists must give, together with the log.
struct ListTruth: Sendable {
    private let plan: TenantPlan
    private let holders: [Person]
    private let directory: Directory
    private let log: AuditTruth

    /// Takes the lists as they were written and the log's people.
    init(_ plan: TenantPlan, holders: [Person], directory: Directory, log: AuditTruth) {
        self.plan = plan
        self.holders = holders
        self.directory = directory
        self.log = log
    }

    /// The counts for `truth.json`.
    var document: TruthValue {
        let people = plan.population.people
        let active = log.adoption.people
        let departments = Set(directory.people.map { Workplaces.name(of: $0.department) }).subtracting([""])
        let enabledMembers = directory.people.filter { $0.isAccountEnabled && $0.kind != .guest }
        return .object([
            "licence_rows": .integer(holders.count),
            "licensed_people": .integer(holders.count),
            "licensed_people_active": .integer(holders.filter { active.contains($0.number) }.count),
            "licensed_people_without_interactions": .integer(holders.filter { !log.people.contains($0.number) }.count),
            "licensed_people_not_in_directory": .integer(holders.filter { !$0.isInDirectory }.count),
            "active_people_without_licence": .integer(active.filter { !people[$0].isLicensed }.count),
            "directory_rows": .integer(directory.people.count + directory.rooms.count),
            "directory_people": .integer(directory.people.count),
            "directory_rooms": .integer(directory.rooms.count),
            "directory_guests": .integer(directory.people.filter { $0.kind == .guest }.count),
            "directory_accounts_disabled": .integer(
                directory.people.filter { !$0.isAccountEnabled }.count + directory.rooms.count
            ),
            "directory_users": .integer(enabledMembers.count),
            "directory_users_active": .integer(enabledMembers.filter { active.contains($0.number) }.count),
            "directory_rows_without_department": .integer(
                directory.people.filter { Workplaces.name(of: $0.department).isEmpty }.count + directory.rooms.count
            ),
            "departments": .integer(departments.count),
            "people_not_in_directory": .integer(log.people.filter { !people[$0].isInDirectory }.count),
            "renamed_people": .integer(people.filter { $0.principalNames.count > 1 }.count),
            "people_in_any_file": .integer(
                people.filter { $0.isLicensed || $0.isInDirectory || log.people.contains($0.number) }.count
            ),
        ])
    }
}
