import Testing
import UsageTestSupport

@testable import UsageStore

struct CoverageUpkeepTests {
    private let warehouse: UsageWarehouse
    private let days = """
        select basis, min(day_number), max(day_number), count(*) from covered_days group by basis order by 2
        """

    init() throws { warehouse = try UsageWarehouse.inMemory() }

    private func cover(_ days: ClosedRange<Int64>, isDeclared: Bool = false) async throws {
        try await warehouse.load(LoadSession()) { transaction in
            try transaction.recordCoverage(
                importID: transaction.begin(),
                source: .interactions,
                days: days,
                isDeclared: isDeclared
            )
        }
        try await expectSound(warehouse)
    }

    @Test func `quiet days between two files are bridged`() async throws {
        try await cover(20_122...20_147)
        try await cover(20_090...20_119)
        try await warehouse.expect(days, ["inferred 20090 20147 56", "bridged 20120 20121 2"])
    }

    @Test(arguments: [(3, 1), (4, 0)])
    func `a gap of 3 days is bridged, of 4 is not`(gap: Int64, kinds: Int) async throws {
        try await cover(20_100...20_101)
        try await cover((20_102 + gap)...20_110)
        #expect(
            try await warehouse.count("select count(distinct basis) from covered_days where basis = 'bridged'")
                == Int64(kinds)
        )
    }

    @Test func `a gap to a declared range is not bridged`() async throws {
        try await cover(20_100...20_101, isDeclared: true)
        try await cover(20_103...20_104)
        try await warehouse.expect(days, ["declared 20100 20101 2", "inferred 20103 20104 2"])
    }

    @Test(arguments: [true, false])
    func `what a file declares stands beside what its records imply`(isDeclaredFirst: Bool) async throws {
        try await warehouse.load(LoadSession()) { transaction in
            let id = try transaction.begin()
            for isDeclared in [isDeclaredFirst, !isDeclaredFirst] {
                try transaction.recordCoverage(
                    importID: id,
                    source: .interactions,
                    days: isDeclared ? 20_100...20_102 : 20_100...20_105,
                    isDeclared: isDeclared
                )
            }
        }
        try await warehouse.expect(days, ["declared 20100 20102 3", "inferred 20103 20105 3"])
    }

    @Test func `the range of one file grows batch by batch`() async throws {
        try await warehouse.load(LoadSession()) { transaction in
            let id = try transaction.begin()
            for days in [20_110...20_111, 20_100...20_100, 20_105...20_106] as [ClosedRange<Int64>] {
                try transaction.recordCoverage(importID: id, source: .authoring, days: days, isDeclared: false)
            }
        }
        try await warehouse.expect(days, ["inferred 20100 20111 12"])
    }
}
