import UsageQueries

extension TypedTwin {
    static let reports: [TypedTwin] = [
        TypedTwin(ReportUserCounts()),
        TypedTwin(ReportUserActivity()),
        TypedTwin(ReportReconciliationUsers()),
        TypedTwin(ReportReconciliationDays()),
    ]
}
