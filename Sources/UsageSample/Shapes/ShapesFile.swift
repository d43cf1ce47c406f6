/// Writes interactions in every odd shape, one object a line.
enum ShapesFile {
    /// Writes the file and counts the shapes.
    static func write(_ plan: TenantPlan, to directory: String) throws(SampleError) -> (
        file: SampleFiles.File, truth: TruthValue
    ) {
        let file = try RouteFile("shapes.jsonl", in: directory)
        var counts: [String: Int] = [:]
        var json = ByteBuffer(capacity: 65_536)
        for number in 0..<plan.options.shapes {
            let record = ShapedRecord(number, plan)
            for shape in record.shapes { counts[shape.rawValue, default: 0] += 1 }
            json.clear()
            record.node.append(to: &json)
            file.output.bytes.append(contentsOf: json.bytes)
            file.output.append("\n")
            try file.writeIfFull()
        }
        let truth = TruthValue.object([
            "records": .integer(plan.options.shapes), "by_shape": .object(counts.mapValues { .integer($0) }),
        ])
        return (try file.finish(), truth)
    }
}
