/// Writes records as blobs of the Management Activity API: plain arrays of AuditData objects.
///
/// A blob holds up to a few hundred events, in no order; now and then an event comes in the next blob again.
final class ActivityFeed: AuditRoute {
    /// The folder of the blobs.
    static let folder = "activity-feed"

    private let directory: String
    private var random: RandomSource
    private var truth = RouteTruth()
    private var blobs: [SampleFiles.File] = []
    private var events: [[UInt8]] = []
    private var repeated: [[UInt8]] = []
    private var repeatCount = 0
    private var capacity: Int

    /// Begins the first blob.
    init(seed: TenantSeed, in directory: String) throws(SampleError) {
        self.directory = directory
        random = seed.random(for: .page, 1)
        capacity = random.integer(in: 80...400)
        try OutputFile.makeDirectory("\(directory)/\(ActivityFeed.folder)")
    }

    func append(_ row: RenderedRow) throws(SampleError) {
        let fate = row.envelope.fate
        guard fate != .rejected else {
            truth.leftOut += 1
            return
        }
        if events.count >= capacity { try endBlob() }
        events.append(row.auditData.bytes)
        truth.add(fate)
        guard random.chance(0.005) else { return }
        repeated.append(row.auditData.bytes)
        repeatCount += 1
        truth.add(fate == .added ? .duplicate : fate)
    }

    func finish() throws(SampleError) -> [RouteResult] {
        if !events.isEmpty || blobs.isEmpty { try endBlob() }
        if !events.isEmpty { try endBlob() }
        truth.own = ["blobs": blobs.count, "events_in_two_blobs": repeatCount]
        return [RouteResult(format: .activityFeed, name: ActivityFeed.folder, files: blobs, truth: truth)]
    }

    /// Writes the blob; events that come again begin the next one.
    private func endBlob() throws(SampleError) {
        let name = "\(ActivityFeed.folder)/\(GraphPages.name("blob", blobs.count + 1))"
        let file = try RouteFile(name, in: directory)
        file.output.append("[")
        for (index, event) in random.shuffled(events).enumerated() {
            if index > 0 { file.output.append(",") }
            file.output.bytes.append(contentsOf: event)
        }
        file.output.append("]\n")
        blobs.append(try file.finish())
        events = repeated
        repeated = []
        capacity = random.integer(in: 80...400)
    }
}
