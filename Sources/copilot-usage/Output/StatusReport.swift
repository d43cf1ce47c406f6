import CopilotUsage

/// What a warehouse holds, what it lacks, and which questions suffer from that.
struct StatusReport {
    private let warehouse: UsageWarehouse

    init(_ warehouse: UsageWarehouse) { self.warehouse = warehouse }

    func print() async throws {
        let coverage = try await warehouse.answer(name: "coverage")
        let status = try await warehouse.status()
        Swift.print("Warehouse \(TerminalText.escaped(warehouse.path)), schema \(status.schemaVersion)")
        if status.tenantCount > 1 {
            Swift.print("warning: records of \(status.tenantCount) organizations; questions do not separate them.")
        }
        Swift.print("\nSources")
        Swift.print(AnswerTable(coverage).text(width: TerminalWidth.current), terminator: "")
        try printSuffering(coverage)
        Swift.print("\nLoads: \(status.loads.count == 1 ? "1" : String(status.loads.count))")
        guard !status.loads.isEmpty else {
            Swift.print("  none yet; begin with 'copilot-usage ingest FILE…'")
            return
        }
        let titles = ["file", "state", "read", "added", "updated", "duplicates", "rejected", "out of scope"]
        let rows = status.loads.suffix(20).map { load in
            let counts = load.counts
            let numbers = [
                counts.read, counts.added, counts.updated, counts.duplicates, counts.rejected, counts.outOfScope,
            ]
            return [load.fileName, load.state] + numbers.map(TerminalText.grouped)
        }
        let isNumeric = [false, false, true, true, true, true, true, true]
        let table = AnswerTable(titles: titles, cells: rows, isNumeric: isNumeric)
        Swift.print(table.text(width: TerminalWidth.current), terminator: "")
    }

    /// The questions that need a source which is missing, incomplete or concealed.
    private func printSuffering(_ coverage: QueryAnswer) throws {
        let states = coverage.rows.texts("source", "status")
        let lines = try QueryCatalog.current().definitions.compactMap { definition in
            SufferingQuestion(definition, states: states).map { "  \(definition.name): \($0.text)" }
        }
        if !lines.isEmpty { Swift.print("\nQuestions that suffer\n" + lines.joined(separator: "\n")) }
    }
}
