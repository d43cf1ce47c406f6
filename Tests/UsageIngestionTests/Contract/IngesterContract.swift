import Testing
import UsageIngestion
import UsageStore
import UsageTestSupport

/// What every format must do: accounting, loading twice, any order, bad rows, interruptions.
struct IngesterContract {
    let folder: TemporaryFolder
    let warehouse: UsageWarehouse

    init() throws {
        folder = try TemporaryFolder()
        warehouse = try UsageWarehouse(at: folder.path("warehouse.sqlite"))
    }

    @Test(arguments: ContractFormat.all)
    func `loading a file twice changes nothing`(format: ContractFormat) async throws {
        let path = try folder.write(format.file(1...30), to: "a.csv")
        let first = try await warehouse.ingest(contentsOf: path, options: format.options())
        #expect(first.format == format.format)
        #expect(first.counts.read == 30)
        #expect(first.counts.added == 30)
        let once = try await WarehouseContents(warehouse)

        let second = try await warehouse.ingest(contentsOf: path, options: format.options())
        #expect(second.counts.added == 0)
        #expect(second.counts.updated == 0)
        #expect(second.counts.duplicates == 30)
        try await expectContents(of: warehouse, once)
        #expect(
            try await warehouse.ledger() == [
                ["completed", "30", "30", "0", "0", "0", "0"], ["completed", "30", "0", "0", "30", "0", "0"],
            ]
        )
    }

    @Test(arguments: ContractFormat.all)
    func `overlapping files give the same in any order`(format: ContractFormat) async throws {
        let other = try UsageWarehouse(at: folder.path("other.sqlite"))
        let files = try [(1...20, 1), (11...30, 2), (5...25, 3)].map { numbers, day in
            (path: try folder.write(format.file(numbers, day: day), to: "\(day).csv"), day: day)
        }
        for file in files { try await warehouse.ingest(contentsOf: file.path, options: format.options(day: file.day)) }
        for file in [files[2], files[0], files[1]] {
            try await other.ingest(contentsOf: file.path, options: format.options(day: file.day))
        }
        try await expectContents(of: other, WarehouseContents(warehouse))
        try await expectChecksPass(other)
    }

    @Test(arguments: ContractFormat.all)
    func `a file without bytes is an error and changes nothing`(format: ContractFormat) async throws {
        let before = try await WarehouseContents(warehouse)
        let path = try folder.write("", to: "empty.csv")
        await expectError(.empty) { try await warehouse.ingest(contentsOf: path, options: format.options()) }
        var declared = format.options()
        declared.format = format.format
        await expectError(.empty) { try await warehouse.ingest(contentsOf: path, options: declared) }
        try await expectContents(of: warehouse, before)
        #expect(try await warehouse.ledger().isEmpty)
    }

    @Test(arguments: ContractFormat.all.filter(\.hasEmptyForm))
    func `a header alone is a load of nothing`(format: ContractFormat) async throws {
        let path = try folder.write(format.file([]), to: "header.csv")
        let summary = try await warehouse.ingest(contentsOf: path, options: format.options())
        #expect(summary.counts == LoadCounts())
        #expect(try await warehouse.ledger() == [["completed", "0", "0", "0", "0", "0", "0"]])
    }

    @Test(arguments: ContractFormat.all)
    func `a column or member that nobody knows costs nothing`(format: ContractFormat) async throws {
        let make = try #require(format.unknownFile)
        let path = try folder.write(make((1...3).map { format.record($0, 1) }), to: "wide.csv")
        var options = format.options()
        // A plain list is recognised by having no other column than its three.
        if format.format == .licensedUsersCSV { options.format = format.format }
        let summary = try await warehouse.ingest(contentsOf: path, options: options)
        #expect(summary.format == format.format)
        #expect(summary.counts.added == 3)
        if let unknownValues = format.unknownValues {
            let kept = try await warehouse.texts(unknownValues)
            #expect(kept.count == 3)
            #expect(kept.allSatisfy { $0[0].contains(#""Invented column":"invented "#) })
        }
    }

    @Test(arguments: ContractFormat.all)
    func `a bad row is kept and the rows around it are stored`(format: ContractFormat) async throws {
        let (bad, code) = format.badRecord
        let records = (1...3).map { format.record($0, 1) } + [bad] + (5...7).map { format.record($0, 1) }
        let path = try folder.write(format.file(records), to: "bad.csv")
        let (before, each) = format.lines
        let place = [String(3 * each + 1), String(before + 3 * each + 1)]
        for _ in 1...2 {
            let summary = try await warehouse.ingest(contentsOf: path, options: format.options())
            #expect(summary.counts.read == 7)
            #expect(summary.counts.rejected == 1)
            let rejected = try await warehouse.rejectedRows()
            #expect(rejected.map { $0[2] } == [code])
            if format.hasLinePerRecord { #expect(rejected == [place + [code, bad]]) }
        }
        #expect(
            try await warehouse.ledger() == [
                ["completed", "7", "6", "0", "0", "1", "0"], ["completed", "7", "0", "0", "6", "1", "0"],
            ]
        )
        let reason = try await warehouse.value("select reason from rejected_rows")
        #expect(reason?.text?.hasSuffix(".") == true)
    }

    @Test(arguments: ContractFormat.all)
    func `a strict load stops at the first bad row`(format: ContractFormat) async throws {
        let before = try await WarehouseContents(warehouse)
        let path = try folder.write(
            format.file([format.record(1, 1), format.badRecord.text, format.record(3, 1)]),
            to: "bad.csv"
        )
        var options = format.options()
        options.isStrict = true
        await expectError(.rejectedRow) { try await warehouse.ingest(contentsOf: path, options: options) }
        try await expectContents(of: warehouse, before)
        #expect(try await warehouse.count("select count(*) from imports where state <> 'failed'") == 0)
    }

    @Test(arguments: ContractFormat.all)
    func `a dry run reports what a load would do and stores nothing`(format: ContractFormat) async throws {
        let known = try folder.write(format.file(1...5), to: "known.csv")
        try await warehouse.ingest(contentsOf: known, options: format.options())
        let before = try await WarehouseContents(warehouse)
        let records = (4...9).map { format.record($0, 1) } + [format.badRecord.text, format.record(9, 1)]
        let path = try folder.write(format.file(records), to: "next.csv")
        var options = format.options(day: 1)
        options.isDryRun = true
        let dry = try await warehouse.ingest(contentsOf: path, options: options)
        #expect(dry.importID == nil)
        try await expectContents(of: warehouse, before)
        #expect(try await warehouse.ledger().count == 1)

        options.isDryRun = false
        let real = try await warehouse.ingest(contentsOf: path, options: options)
        #expect(dry.counts == real.counts)
        #expect(dry.notes == real.notes)
    }

    @Test(arguments: ContractFormat.all)
    func `a file that cannot be read to its end keeps whole batches or nothing`(format: ContractFormat) async throws {
        let bytes = Array(format.file(1...600).utf8)
        await expectError(.notReadable) {
            try await warehouse.ingestFailing(
                bytes,
                after: bytes.count * 2 / 3,
                format: format.format,
                format.options()
            )
        }
        let loads = try await warehouse.texts("select state, read_count, failure is not null from imports")
        if format.isList {
            #expect(loads.isEmpty)
            #expect(try await warehouse.count("select count(*) from users") == 0)
        } else {
            let stored = try #require(try await warehouse.count("select count(*) from interactions"))
            #expect((1..<600).contains(stored))
            #expect(loads == [["failed", String(stored), "1"]])
        }
        try await expectChecksPass(warehouse)
        let path = try folder.write(bytes, to: "whole.csv")
        try await warehouse.ingest(contentsOf: path, options: format.options())
        let undisturbed = try UsageWarehouse(at: folder.path("undisturbed.sqlite"))
        try await undisturbed.ingest(contentsOf: path, options: format.options())
        try await expectContents(of: warehouse, WarehouseContents(undisturbed))
    }

    @Test(arguments: ContractFormat.all)
    func `a cancelled load keeps whole batches or nothing, and goes on later`(format: ContractFormat) async throws {
        let count = format.isList ? 1_100 : 300
        let path = try folder.write(format.file(1...count), to: "long.csv")
        let before = try await WarehouseContents(warehouse)
        let canceller = Canceller()
        let task = Task { [warehouse] in
            try await warehouse.ingest(contentsOf: path, options: format.options()) { progress in
                // Behind the first batch, which is stored by then.
                if progress.recordCount > format.batchCount { canceller.cancel() }
            }
        }
        canceller.task = task
        await #expect(throws: CancellationError.self) { try await task.value }
        let stored = try #require(try await warehouse.count("select count(*) from interactions"))
        if format.isList {
            try await expectContents(of: warehouse, before)
            #expect(try await warehouse.ledger().isEmpty)
        } else {
            #expect((1..<300).contains(stored))
            let state = ["cancelled", String(stored), String(stored), "0", "0", "0", "0"]
            #expect(try await warehouse.ledger() == [state])
        }
        try await expectChecksPass(warehouse)

        let summary = try await warehouse.ingest(contentsOf: path, options: format.options())
        #expect(summary.counts.added == Int64(count))
        #expect(try await warehouse.ledger() == [["completed", "\(count)", "\(count)", "0", "0", "0", "0"]])
        let undisturbed = try UsageWarehouse(at: folder.path("undisturbed.sqlite"))
        try await undisturbed.ingest(contentsOf: path, options: format.options())
        try await expectContents(of: warehouse, WarehouseContents(undisturbed))
    }

    @Test(arguments: ContractFormat.all)
    func `the format is recognised whatever the name, and from a pipe`(format: ContractFormat) async throws {
        let path = try folder.write(format.file(1...40), to: "x.bin")
        #expect(try await warehouse.ingest(contentsOf: path, options: format.options()).format == format.format)
        let pipe = try NamedPipe(folder.path("pipe"))
        let bytes = Array(format.file(1...40).utf8)
        pipe.write(bytes)
        let outcomes = try await warehouse.ingest(contentsOf: [pipe.path], options: format.options())
        let summary = try #require(outcomes.first?.summary)
        #expect(summary.format == format.format)
        #expect(summary.counts.duplicates == 40)
    }
}
