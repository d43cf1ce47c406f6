/// A synthetic Microsoft 365 tenant with people, agents, documents and a log of its use of Copilot.
///
/// Everything follows from the options: the same options give the same bytes, on every platform.
/// Names are invented.
public struct SampleTenant: Sendable {
    let plan: TenantPlan

    /// Plans a tenant.
    ///
    /// - Complexity: O(people + days); interactions are made while they are written.
    public init(options: Options = Options()) {
        var checked = options
        checked.users = max(20, checked.users)
        checked.interactions = max(0, checked.interactions)
        checked.days = max(1, checked.days)
        plan = TenantPlan(checked)
    }

    /// Writes every input file and `truth.json`, the counts that a load of them must give.
    ///
    /// The folder and the folders above it are made when missing; files of the same names are replaced.
    /// Memory does not grow with the number of interactions.
    ///
    /// - Parameter directory: The folder to write to.
    /// - Returns: The files with their sizes.
    /// - Throws: ``SampleError`` when the folder cannot be made or a file cannot be written; files
    ///   that were begun stay.
    public func write(to directory: String) throws(SampleError) -> SampleFiles {
        try OutputFile.makeDirectory(directory)
        let log = try writeAuditLog(to: directory)
        let holders = Directory.licenceHolders(plan)
        let entries = Directory(plan)
        let licensedUsers = try write("Copilot_Licensed_Users.csv", to: directory) {
            LicensedUsersCSV.append(holders, to: &$0)
        }
        let directoryUsers = try write("Org_Data.csv", to: directory) { EntraUsersCSV.append(entries, to: &$0) }
        let lists = ListTruth(plan, holders: holders, directory: entries, log: log.truth)
        let document = TruthValue.object([
            "audit_log": log.truth.document, "lists": lists.document, "options": optionsDocument,
            "file_bytes": .object([
                log.file.name: .integer(log.file.byteCount),
                licensedUsers.name: .integer(licensedUsers.byteCount),
                directoryUsers.name: .integer(directoryUsers.byteCount),
            ]),
        ])
        let truth = try write("truth.json", to: directory) { document.append(to: &$0) }
        return SampleFiles(
            directory: directory,
            auditLog: log.file,
            licensedUsers: licensedUsers,
            directoryUsers: directoryUsers,
            truth: truth
        )
    }

    private func writeAuditLog(to directory: String) throws(SampleError) -> (file: SampleFiles.File, truth: AuditTruth)
    {
        let name = "Copilot_Activities.csv"
        var file = try OutputFile(path: "\(directory)/\(name)")
        var output = ByteBuffer(capacity: OutputFile.bufferSize + 131_072)
        var format = PurviewCSV(organization: plan.organization)
        var truth = AuditTruth()
        format.appendHeader(to: &output)
        for row in AuditRows(plan) {
            format.append(row, to: &output)
            truth.add(row)
            if output.bytes.count >= OutputFile.bufferSize { try file.write(&output) }
        }
        try file.write(&output)
        return (SampleFiles.File(name: name, path: file.path, byteCount: file.byteCount), truth)
    }

    private func write(
        _ name: String,
        to directory: String,
        _ append: (inout ByteBuffer) -> Void
    ) throws(SampleError) -> SampleFiles.File {
        var file = try OutputFile(path: "\(directory)/\(name)")
        var output = ByteBuffer(capacity: OutputFile.bufferSize)
        append(&output)
        try file.write(&output)
        return SampleFiles.File(name: name, path: file.path, byteCount: file.byteCount)
    }

    private var optionsDocument: TruthValue {
        .object([
            "users": .integer(plan.options.users), "interactions": .integer(plan.options.interactions),
            "days": .integer(plan.options.days), "first_day": .text(plan.options.firstDay.text),
            "seed": .text(String(plan.options.seed)),
            "includes_app_access_context": .flag(plan.options.includesAppAccessContext),
        ])
    }
}
