/// Writes the lists that were taken again and again during the period.
enum SnapshotLists {
    /// Writes the lists that the options ask for.
    static func write(_ roster: Roster, to directory: String) throws(SampleError) -> [FormatResult] {
        let writers: [(SampleFormat, (Roster, String) throws(SampleError) -> FormatResult)] = [
            (.monthlyReadiness, MonthlyReadiness.write), (.monthlyLicensedUsers, MonthlyLicensedUsers.write),
            (.monthlyEntraUsers, MonthlyEntraUsers.write), (.directoryExtracts, DirectoryExtracts.write),
            (.graphUsers, GraphUsersJSON.write), (.activeUsersCSV, ActiveUsersCSV.write),
            (.paxUsersCSV, PaxUsersCSV.write), (.subscribedSkus, LicenceProductsJSON.writeSubscribed),
            (.licenseDetails, LicenceProductsJSON.writeDetails), (.agentsCSV, AgentsCSV.write),
        ]
        var results: [FormatResult] = []
        for (format, write) in writers where roster.plan.options.formats.contains(format) {
            results.append(try write(roster, directory))
        }
        return results
    }
}
