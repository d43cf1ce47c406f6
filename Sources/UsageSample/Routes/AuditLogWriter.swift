/// Writes the tenant's log by every route that the options ask for, in one pass.
enum AuditLogWriter {
    /// The name of the portal's export.
    static let portalName = "Copilot_Activities.csv"

    /// Writes the log and tallies what loads of it must give; the history takes every row.
    static func write(
        _ plan: TenantPlan,
        to directory: String,
        _ history: inout HistoryWriter?
    ) throws(SampleError) -> (results: [RouteResult], truth: AuditTruth) {
        let formats = plan.options.formats
        let routes = try routes(plan, in: directory)
        let json = AuditDataJSON(organization: plan.organization)
        var truth = AuditTruth()
        var rendered: RenderedRow?
        for row in AuditRows(plan) {
            truth.add(row)
            history?.add(row)
            var next =
                rendered.take() ?? RenderedRow(envelope: AuditEnvelope(row), auditData: ByteBuffer(capacity: 65_536))
            next.envelope = AuditEnvelope(row)
            next.auditData.clear()
            next.interaction = nil
            switch row {
            case .interaction(let interaction):
                json.append(interaction, to: &next.auditData)
                if formats.contains(.paxExplodedCSV) { next.interaction = interaction }
            case .unrelated(let event):
                json.append(event, to: &next.auditData)
            }
            for route in routes { try route.append(next) }
            rendered = next
        }
        var results: [RouteResult] = []
        for route in routes { results += try route.finish() }
        return (results, truth)
    }

    private static func routes(_ plan: TenantPlan, in directory: String) throws(SampleError) -> [any AuditRoute] {
        let formats = plan.options.formats
        let data = GraphAuditData(seed: plan.seed)
        let search = UnifiedAuditLogCSV(
            runspace: plan.seed.guid(for: .page, 1),
            resultCount: plan.options.interactions
        )
        let files: [(SampleFormat, String, any AuditRowFormat)] = [
            (.purviewAuditCSV, portalName, PurviewCSV()), (.unifiedAuditLogCSV, "unified-audit-log.csv", search),
            (.paxRawCSV, "pax-raw.csv", PaxRawCSV()),
            (.paxExplodedCSV, "pax-exploded.csv", PaxExplodedCSV(AuditDataJSON(organization: plan.organization))),
            (.graphScriptCSV, "graph-to-csv.csv", GraphScriptCSV(organization: plan.organization, data: data)),
            (.auditJSONLines, "audit.jsonl", AuditJSONLines()),
        ]
        var routes: [any AuditRoute] = []
        for (format, name, rows) in files where formats.contains(format) {
            routes.append(try FileRoute(format, name, in: directory, rows))
        }
        if !formats.isDisjoint(with: [.graphAuditPages, .graphAuditJSON]) {
            let record = GraphRecord(organization: plan.organization, data: data)
            routes.append(try GraphPages(record, seed: plan.seed, in: directory, formats: formats))
        }
        if formats.contains(.activityFeed) { routes.append(try ActivityFeed(seed: plan.seed, in: directory)) }
        return routes
    }
}
