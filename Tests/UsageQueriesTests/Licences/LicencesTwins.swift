import UsageQueries

extension TypedTwin {
    static let licences: [TypedTwin] = [
        TypedTwin(LicenseUtilization()),
        TypedTwin(ReclaimCandidates()),
        TypedTwin(LicenseHistory()),
        TypedTwin(ReclaimCandidateCounts()),
        TypedTwin(UnlicensedUsage()),
        TypedTwin(LicenseCandidates()),
        TypedTwin(LicenseActivations()),
        TypedTwin(LicenseActivationCohorts()),
        TypedTwin(LicenseSeatStates()),
    ]
}
