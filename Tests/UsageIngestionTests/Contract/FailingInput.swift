import UsageStore

@testable import UsageFormats
@testable import UsageIngestion

extension ByteInput {
    /// An input that fails like a broken disk after so many bytes.
    static func failing(_ bytes: [UInt8], after limit: Int) -> ByteInput {
        var position = 0
        return ByteInput(name: "broken.csv") { buffer throws(InputError) in
            if position >= limit { throw .reading("broken.csv", at: Int64(position), systemError: 5) }
            let piece = bytes[position..<min(limit, position + min(buffer.count, 1_000))]
            buffer.copyBytes(from: piece)
            position += piece.count
            return piece.count
        }
    }
}

extension UsageWarehouse {
    /// Loads an input that fails after so many bytes.
    func ingestFailing(
        _ bytes: [UInt8],
        after limit: Int,
        format: InputFormat,
        _ options: LoadOptions
    ) async throws -> LoadSummary {
        let file = LoadedFile(path: "broken.csv")
        let recogniser = FormatRecogniser(file: file.name, declaredFormat: nil)
        let recognised = try recogniser.recognise(.failing(bytes, after: limit))
        let job = LoadJob(self, file, format: format, options: options, progress: nil)
        switch recognised.content {
        case .audit(let envelope): return try await AuditLoad(job).run(recognised, envelope)
        case .report(let form): return try await ReportLoad(job).run(recognised, form)
        case .list(let form): return try await ListLoad(job, openLists: OpenLists()).run(recognised, form)
        }
    }
}
