import Foundation
import Testing
import UsageSample

struct SampleTenantTests {
    private static let options = SampleTenant.Options(users: 200, interactions: 5000, days: 365, seed: 7)

    @Test func `the same seed gives the same bytes`() throws {
        let options = SampleTenant.Options(users: 60, interactions: 800, days: 40, seed: 3)
        let first = try SampleReader(options)
        let second = try SampleReader(options)
        defer { first.remove(); second.remove() }
        for (left, right) in zip(first.files.files, second.files.files) {
            #expect(left.name == right.name)
            #expect(try first.bytes(left) == second.bytes(right), "\(left.name)")
        }
    }

    @Test func `another seed gives another tenant`() throws {
        let first = try SampleReader(SampleTenant.Options(users: 60, interactions: 300, days: 40, seed: 3))
        let second = try SampleReader(SampleTenant.Options(users: 60, interactions: 300, days: 40, seed: 4))
        defer { first.remove(); second.remove() }
        for (left, right) in zip(first.files.files, second.files.files) {
            #expect(try first.bytes(left) != second.bytes(right), "\(left.name)")
        }
    }

    @Test func `the counts of truth are those of the files`() throws {
        let sample = try SampleReader(Self.options)
        defer { sample.remove() }
        let log = try sample.rows(sample.files.auditLog)
        #expect(log.header.joined(separator: ",") == Self.auditHeader)
        let found = try LogCounts(log.rows)
        for (name, count) in found.counts {
            #expect(sample.truth("audit_log", name) == count, "\(name)")
        }
        #expect(found.disorder <= 3600)
        #expect(found.disorder > 600)
        for file in sample.files.files {
            #expect(try sample.bytes(file).count == file.byteCount)
            if file != sample.files.truth { #expect(sample.truth("file_bytes", file.name) == file.byteCount) }
        }
    }

    @Test func `the counts of truth add up`() throws {
        let sample = try SampleReader(Self.options)
        defer { sample.remove() }
        func audit(_ name: String) throws -> Int { try #require(sample.truth("audit_log", name)) }
        let loaded = try audit("added") + audit("duplicates")
        #expect(try audit("data_rows") == loaded + audit("rejected") + audit("out_of_scope"))
        #expect(try audit("messages") == audit("prompts") + audit("responses") + audit("messages_unknown"))
        #expect(try audit("interactions") == 5000)
        let log = try #require(sample.truth["audit_log"] as? [String: Any])
        let adoption = try #require(log["adoption"] as? [String: Any])
        let apps = try #require(adoption["per_app"] as? [String: [String: Int]])
        for name in ["interactions", "prompts"] {
            #expect(apps.values.reduce(0) { $0 + ($1[name] ?? 0) } == adoption[name] as? Int)
        }
        #expect(try #require(adoption["active_users"] as? Int) <= audit("people_with_interactions"))
    }

    @Test func `proportions are those of the reference tenant`() throws {
        let sample = try SampleReader(Self.options)
        defer { sample.remove() }
        func ratio(_ name: String) throws -> Double {
            try Double(#require(sample.truth("audit_log", name))) / 5000
        }
        #expect(abs(try ratio("messages") - 3) < 0.1)
        #expect(abs(try ratio("accessed_resources") - 1.835) < 0.15)
        #expect(abs(try ratio("interactions_with_accessed_resources") - 0.55) < 0.03)
        #expect(abs(try ratio("contexts") - 0.4) < 0.02)
        #expect(abs(try ratio("duplicates") - 0.01) < 0.005)
        #expect(abs(try ratio("rejected") - 0.001) < 0.002)
        let isNew = try ratio("distinct_resources") / ratio("accessed_resources")
        #expect(abs(isNew - 0.05) < 0.01)
        let rowSize = try Double(sample.files.auditLog.byteCount) / (ratio("data_rows") * 5000)
        #expect(abs(rowSize - 1675) < 80)
    }

    @Test func `session tokens make records longer and change no count`() throws {
        let plain = try SampleReader(SampleTenant.Options(users: 60, interactions: 300, days: 40))
        let tokens = try SampleReader(
            SampleTenant.Options(users: 60, interactions: 300, days: 40, includesAppAccessContext: true)
        )
        defer { plain.remove(); tokens.remove() }
        #expect(tokens.files.auditLog.byteCount > plain.files.auditLog.byteCount + 300 * 200)
        let counts = [plain, tokens].map { $0.truth["audit_log"] as? NSDictionary }
        #expect(counts[0] == counts[1])
    }

    @Test(arguments: [0, 1, 2, 3, 17]) func `small tenants have exactly the interactions asked for`(count: Int) throws {
        let sample = try SampleReader(SampleTenant.Options(users: 1, interactions: count, days: 1))
        defer { sample.remove() }
        #expect(sample.truth("audit_log", "interactions") == count)
        #expect(try LogCounts(sample.rows(sample.files.auditLog).rows).records.count == count)
    }

    @Test func `a folder that cannot be made is an error that says why`() {
        let error = #expect(throws: SampleError.self) {
            try SampleTenant(options: .init(users: 20, interactions: 1, days: 1)).write(to: "/dev/null/sample")
        }
        #expect(error?.code == .cannotCreateDirectory)
        #expect(error?.description.hasPrefix("Folder '/dev/null/sample' cannot be created: ") == true)
    }

    @Test func `a first day must be a day of the calendar`() {
        #expect(SampleTenant.Options(firstDay: "2024-02-29")?.firstDayText == "2024-02-29")
        for text in ["2025-02-29", "2025-13-01", "2025-1-1", "01.01.2025", ""] {
            #expect(SampleTenant.Options(firstDay: text) == nil, "\(text)")
        }
    }

    private static let auditHeader =
        "RecordId,CreationDate,RecordType,Operation,UserId,AuditData,AssociatedAdminUnits,AssociatedAdminUnitsNames"
}
