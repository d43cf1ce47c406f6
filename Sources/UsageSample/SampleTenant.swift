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
        checked.shapes = max(0, checked.shapes)
        checked.formats.formUnion(Set.standard)
        plan = TenantPlan(checked)
    }

    /// Writes the input files that the options ask for and `truth.json`, the counts that a load of them must give.
    ///
    /// The folder and the folders above it are made when missing; files of the same names are replaced.
    /// The log is planned once, whatever the number of formats. Memory does not grow with the number of
    /// interactions.
    ///
    /// - Parameter directory: The folder to write to.
    /// - Returns: The files with their sizes.
    /// - Throws: ``SampleError`` when the folder cannot be made or a file cannot be written; files
    ///   that were begun stay.
    public func write(to directory: String) throws(SampleError) -> SampleFiles {
        try OutputFile.makeDirectory(directory)
        var history = HistoryWriter(plan)
        let log = try AuditLogWriter.write(plan, to: directory, &history)
        let holders = Directory.licenceHolders(plan)
        let entries = Directory(plan)
        let licensedUsers = try write("Copilot_Licensed_Users.csv", to: directory) {
            LicensedUsersCSV.append(holders, to: &$0)
        }
        let directoryUsers = try write("Org_Data.csv", to: directory) { EntraUsersCSV.append(entries, to: &$0) }
        let lists = ListTruth(plan, holders: holders, directory: entries, log: log.truth)
        var results = log.results
        var document = ["audit_log": log.truth.document, "lists": lists.document, "options": optionsDocument]
        if !plan.options.formats.isDisjoint(with: Set.admin) {
            let admin = try AdminLogWriter.write(plan, to: directory)
            results += admin.results
            document["admin_activities"] = admin.truth.document
        }
        var others: [SampleFormat: [SampleFiles.File]] = [:]
        if plan.options.formats.contains(.shapes) {
            let shapes = try ShapesFile.write(plan, to: directory)
            others[.shapes] = [shapes.file]
            document["shapes"] = shapes.truth
        }
        var routes = results.map { ($0.name, $0.truth.document) }
        if let history {
            let written = try history.write(to: directory)
            document.merge(written.truth) { first, _ in first }
            routes += written.results.flatMap(\.routes).map { ($0.key, $0.value) }
            for result in written.results { others[result.format] = result.files }
        }
        if plan.options.formats != .standard {
            document["routes"] = .object(Dictionary(routes) { first, _ in first })
        }
        for result in results { others[result.format] = result.files }
        let written = [licensedUsers, directoryUsers] + others.values.flatMap(\.self)
        let sizes = written.map { ($0.name, TruthValue.integer($0.byteCount)) }
        document["file_bytes"] = .object(Dictionary(sizes) { first, _ in first })
        guard let auditLog = others.removeValue(forKey: .purviewAuditCSV)?.first else {
            throw .cannotWrite("\(directory)/\(AuditLogWriter.portalName)", reason: "it was not asked for")
        }
        let truth = try write("truth.json", to: directory) { TruthValue.object(document).append(to: &$0) }
        return SampleFiles(
            directory: directory,
            auditLog: auditLog,
            licensedUsers: licensedUsers,
            directoryUsers: directoryUsers,
            others: others,
            truth: truth
        )
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
        var members: [String: TruthValue] = [
            "users": .integer(plan.options.users), "interactions": .integer(plan.options.interactions),
            "days": .integer(plan.options.days), "first_day": .text(plan.options.firstDay.text),
            "seed": .text(String(plan.options.seed)),
            "includes_app_access_context": .flag(plan.options.includesAppAccessContext),
        ]
        if plan.options.formats != .standard {
            members["formats"] = .text(plan.options.formats.map(\.rawValue).sorted().joined(separator: " "))
            members["shapes"] = .integer(plan.options.shapes)
        }
        return .object(members)
    }
}
