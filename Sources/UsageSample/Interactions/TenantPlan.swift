/// Everything about a tenant that does not grow with the number of its interactions.
struct TenantPlan: Sendable {
    let options: SampleTenant.Options
    let seed: TenantSeed
    let organization: SampleGUID
    let calendar: ActivityCalendar
    let population: Population
    let services: ServiceAccounts
    let agents: AgentCatalog
    let resources: ResourceCatalog
    let labels: SensitivityLabels

    /// Plans a tenant.
    init(_ options: SampleTenant.Options) {
        self.options = options
        seed = TenantSeed(value: options.seed)
        organization = seed.guid(for: .objectID, 1 << 41)
        calendar = ActivityCalendar(
            firstDay: options.firstDay,
            dayCount: options.days,
            interactionCount: options.interactions
        )
        population = Population(
            count: options.users,
            dayCount: options.days,
            firstDay: options.firstDay,
            seed: seed
        )
        services = ServiceAccounts(seed: seed)
        agents = AgentCatalog(seed: seed, organization: organization)
        resources = ResourceCatalog(seed: seed)
        labels = SensitivityLabels(seed: seed)
    }
}
