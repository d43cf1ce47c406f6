/// The sensitivity labels of the synthetic tenant.
struct SensitivityLabels: Sendable {
    /// Label ids, the most common one first.
    let table: WeightedTable<SampleGUID>

    /// Makes the labels of a tenant.
    init(seed: TenantSeed) {
        let weights = [50.0, 30, 14, 5, 1]
        table = WeightedTable(weights.enumerated().map { (seed.guid(for: .label, UInt64($0.offset)), $0.element) })
    }
}
