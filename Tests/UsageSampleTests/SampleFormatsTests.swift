import Foundation
import Testing
import UsageSample

/// Which files a tenant is written to, and that they stay as they are.
struct SampleFormatsTests {
    @Test func `the standard files have the bytes that they always had`() throws {
        let sample = try SampleReader(SampleTenant.Options(users: 60, interactions: 600, seed: 3))
        defer { sample.remove() }
        #expect(
            sample.files.files.map(\.name)
                == ["Copilot_Activities.csv", "Copilot_Licensed_Users.csv", "Org_Data.csv", "truth.json"]
        )
        let digests = try sample.files.files.map { SHA256.hex(try sample.bytes($0)) }
        #expect(
            digests == [
                "a47b6670741e87c19c67b44e662aee5fa3da0d60829fee743af1a66822177c04",
                "d0ffde4bbc21e7e881ed30ea8dfdef9612426965275af03a1273483b2af8b632",
                "4a2403ca83f55c0827a1fdef7057c27dd565420313b1b086f0245b95e400c9ca",
                "8b27931865743ab408332f4cde4bb1276d34cc6aed354af3e02e9f359d30c7e3",
            ]
        )
    }

    @Test func `more formats leave the standard files as they are`() throws {
        var options = SampleTenant.Options(users: 60, interactions: 600, days: 40, seed: 3, shapes: 30)
        let standard = try SampleReader(options)
        options.formats = .all
        let all = try SampleReader(options)
        defer { standard.remove(); all.remove() }
        for format in Set<SampleFormat>.standard {
            for (left, right) in zip(standard.files.files(of: format), all.files.files(of: format)) {
                #expect(try standard.bytes(left) == all.bytes(right), "\(left.name)")
            }
        }
        for key in ["audit_log", "lists"] {
            #expect(standard.truth[key] as? NSDictionary == all.truth[key] as? NSDictionary)
        }
    }

    @Test func `the same seed gives the same bytes in every format`() throws {
        let options = SampleTenant.Options(users: 60, interactions: 600, days: 40, seed: 3, formats: .all, shapes: 60)
        let first = try SampleReader(options)
        let second = try SampleReader(options)
        defer { first.remove(); second.remove() }
        #expect(first.files.files.count > SampleFormat.allCases.count)
        #expect(first.files.files.map(\.name) == second.files.files.map(\.name))
        for (left, right) in zip(first.files.files, second.files.files) {
            #expect(try first.bytes(left) == second.bytes(right), "\(left.name)")
            #expect(try first.bytes(left).count == left.byteCount)
            if left != first.files.truth { #expect(first.truth("file_bytes", left.name) == left.byteCount) }
        }
    }

    @Test(arguments: SampleFormat.allCases) func `each format can be asked for alone`(format: SampleFormat) throws {
        let options = SampleTenant.Options(users: 20, interactions: 30, days: 3, formats: [format], shapes: 5)
        let sample = try SampleReader(options)
        defer { sample.remove() }
        let path = try #require(sample.files.path(of: format))
        #expect(FileManager.default.fileExists(atPath: path))
        #expect(sample.files.files(of: format).allSatisfy { $0.byteCount > 0 })
        let others = Set(SampleFormat.allCases).subtracting(Set.standard).subtracting([format])
        #expect(others.allSatisfy { sample.files.path(of: $0) == nil })
    }

    @Test func `a tenant without interactions has empty files that are well formed`() throws {
        let sample = try SampleReader(SampleTenant.Options(interactions: 0, days: 1, formats: .all, shapes: 0))
        defer { sample.remove() }
        #expect(try sample.reading(ofPages: .graphAuditPages).records.isEmpty)
        #expect(try sample.pages(of: .graphAuditJSON).count == 1)
        #expect(try sample.reading(ofBlobs: .activityFeed).records.isEmpty)
        #expect(try sample.reading(ofLines: .auditJSONLines).records.isEmpty)
        #expect(try sample.reading(ofLines: .shapes).records.isEmpty)
    }
}
