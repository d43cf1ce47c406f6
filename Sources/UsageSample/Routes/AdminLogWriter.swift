/// Writes authoring and administration by every route that the options ask for, in one pass.
enum AdminLogWriter {
    /// Writes the records and tallies what loads of them must give.
    static func write(_ plan: TenantPlan, to directory: String) throws(SampleError) -> (
        results: [RouteResult], truth: AdminTruth
    ) {
        let formats = plan.options.formats
        let events = AdminEvents(plan)
        let page = GraphPage(
            record: GraphRecord(organization: plan.organization, data: GraphAuditData(seed: plan.seed)),
            query: plan.seed.guid(for: .page, 2).text,
            count: events.rowCount
        )
        let files: [(SampleFormat, String, any AuditRowFormat)] = [
            (.adminActivitiesCSV, "Admin_Activities.csv", PurviewCSV()),
            (.adminJSONLines, "admin-activity.jsonl", AuditJSONLines()),
            (.adminGraphPage, "admin-graph-page.json", page),
        ]
        var routes: [any AuditRoute] = []
        for (format, name, rows) in files where formats.contains(format) {
            routes.append(try FileRoute(format, name, in: directory, rows))
        }
        var truth = AdminTruth()
        for event in events {
            truth.add(event)
            let row = event.rendered
            for route in routes { try route.append(row) }
        }
        var results: [RouteResult] = []
        for route in routes { results += try route.finish() }
        return (results, truth)
    }
}

/// Writes records as the only page of an audit search, whose number of records is known.
struct GraphPage: AuditRowFormat {
    let record: GraphRecord
    let query: String
    let count: Int

    var holdsBrokenRows: Bool { false }

    func appendHeader(to output: inout ByteBuffer) {
        output.append("{\"@odata.context\":\"https://graph.microsoft.com/beta/$metadata#security/auditLog/queries('")
        output.append(text: "\(query)')/records\",\"@odata.count\":\(count),\"value\":[")
    }

    func append(_ row: RenderedRow, to output: inout ByteBuffer) {
        record.append(row, .flat, to: &output)
    }

    func appendFooter(to output: inout ByteBuffer) {
        output.append("]}\n")
    }
}
