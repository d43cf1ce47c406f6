import UsageQueries

extension TypedTwin {
    static let licences: [TypedTwin] = [
        TypedTwin(LicenseUtilization()),
        TypedTwin(ReclaimCandidates()),
        TypedTwin(LicenseHistory()),
    ]
}
