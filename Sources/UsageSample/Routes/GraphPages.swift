/// Writes records as the pages of an audit search through Graph: a file for each page, one array of all, or both.
///
/// A page holds 150 to 500 records; all but the last name the next one. Every fourth page has AuditData
/// as an open dictionary, every fourth as JSON text.
final class GraphPages: AuditRoute {
    /// The folder of the pages.
    static let folder = "graph-audit-pages"

    private let record: GraphRecord
    private let query: String
    private let directory: String
    private let writesPages: Bool
    private let array: RouteFile?
    private var random: RandomSource
    private var truth = RouteTruth()
    private var pages: [SampleFiles.File] = []
    private var number = 1
    private var records = ByteBuffer(capacity: 1 << 20)
    private var count = 0
    private var capacity: Int

    /// Begins the first page.
    init(
        _ record: GraphRecord,
        seed: TenantSeed,
        in directory: String,
        formats: Set<SampleFormat>
    ) throws(SampleError) {
        self.record = record
        self.directory = directory
        query = seed.guid(for: .page, 0).text
        writesPages = formats.contains(.graphAuditPages)
        array = formats.contains(.graphAuditJSON) ? try RouteFile("graph-audit.json", in: directory) : nil
        random = seed.random(for: .page)
        capacity = random.integer(in: 150...500)
        if writesPages { try OutputFile.makeDirectory("\(directory)/\(GraphPages.folder)") }
        array?.output.append("[")
    }

    func append(_ row: RenderedRow) throws(SampleError) {
        guard row.envelope.fate != .rejected else {
            truth.leftOut += 1
            return
        }
        if count == capacity { try endPage(isLast: false) }
        let forms: [GraphAuditData.Form] = [.flat, .dynamicProperties, .text, .flat]
        record.append(row, forms[(number - 1) % 4], to: &records)
        count += 1
        truth.add(row.envelope.fate)
    }

    func finish() throws(SampleError) -> [RouteResult] {
        let pageCount = number
        try endPage(isLast: true)
        truth.own = ["pages": pageCount]
        var results: [RouteResult] = []
        if writesPages {
            results.append(.init(format: .graphAuditPages, name: GraphPages.folder, files: pages, truth: truth))
        }
        if let array {
            array.output.append("]\n")
            let file = try array.finish()
            results.append(.init(format: .graphAuditJSON, name: file.name, files: [file], truth: truth))
        }
        return results
    }

    private func endPage(isLast: Bool) throws(SampleError) {
        if writesPages {
            let file = try RouteFile("\(GraphPages.folder)/\(Self.name("page", number))", in: directory)
            appendPage(isLast: isLast, to: &file.output)
            file.output.append("\n")
            pages.append(try file.finish())
        }
        if let array {
            if number > 1 { array.output.append(",\n") }
            appendPage(isLast: isLast, to: &array.output)
            try array.writeIfFull()
        }
        records.clear()
        count = 0
        number += 1
        capacity = random.integer(in: 150...500)
    }

    private func appendPage(isLast: Bool, to json: inout ByteBuffer) {
        let root = "https://graph.microsoft.com/beta/"
        json.append("{\"@odata.context\":\"")
        json.append(text: "\(root)$metadata#security/auditLog/queries('\(query)')/records\",\"@odata.count\":\(count),")
        if number == 1 {
            json.append("\"@microsoft.graph.tips\":\"Use $select to choose only the properties your app needs.\",")
        }
        json.append("\"value\":[")
        json.bytes.append(contentsOf: records.bytes)
        json.append("]")
        if !isLast {
            json.append(text: ",\"@odata.nextLink\":\"\(root)security/auditLog/queries('\(query)')/records?$skiptoken=")
            json.append(hexadecimal: RandomSource.scramble(UInt64(number)))
            json.append("\"")
        }
        json.append("}")
    }

    /// The name of a numbered file: `page-0001.json`.
    static func name(_ prefix: String, _ number: Int) -> String {
        var buffer = ByteBuffer(capacity: 16)
        buffer.append(text: prefix + "-")
        buffer.append(digits: number.magnitude, width: 4)
        buffer.append(".json")
        return buffer.text
    }
}
