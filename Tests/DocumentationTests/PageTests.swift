import Testing
import UsageQueries
import UsageStore
import UsageTestSupport

/// The generated pages are those that the code makes today.
struct PageTests {
    @Test func `the page of questions is up to date`() throws {
        let page = GeneratedPage("Queries.md", lines: QueriesPage.lines(try QueryCatalog.current()))
        let difference = try page.firstDifference()
        #expect(difference == nil)
    }

    @Test func `the page of tables is up to date`() async throws {
        let page = try await SchemaPage(UsageWarehouse.inMemory())
        let difference = try GeneratedPage("Schema.md", lines: page.lines()).firstDifference()
        #expect(difference == nil)
    }

    @Test func `every question has its place under a theme`() throws {
        let catalog = try QueryCatalog.current()
        #expect(catalog.themes.flatMap(\.definitions).map(\.name).sorted() == catalog.definitions.map(\.name))
        #expect(catalog.themes.map(\.name).first == "Coverage")
        #expect(catalog.themes.map(\.name).last == "Value")
    }

    @Test func `every table belongs to one subject of the page`() async throws {
        let page = try await SchemaPage(UsageWarehouse.inMemory())
        let described = Set(page.entries.map(\.table)).subtracting(page.views)
        let placed = SchemaPage.subjects.flatMap(\.tables)
        #expect(Set(placed) == described)
        #expect(placed.count == Set(placed).count)
    }
}
