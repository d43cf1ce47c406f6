@testable import UsageStore

/// Who holds which licence on a day, read from all lists at once.
struct LicenseModel {
    private let lists: [List]
    private let people: PeopleModel

    /// - Parameter lists: Lists in order of days, none suspected because it is small.
    init(_ lists: [List]) {
        self.lists = lists
        people = PeopleModel(lists.map(Fact.list))
    }

    /// Person and SKU of every licence held, sorted.
    func holders(on day: Int64) -> [String] {
        let persons = Set(lists.flatMap(\.rows).map(person))
        return HistoryGenerator.skus.flatMap { sku in
            persons.filter { holds($0, sku, on: day) }.map { "\($0) \(Self.shown(sku))" }
        }
        .sorted()
    }

    /// The newest list by then that tells; without one the first list after it.
    private func holds(_ person: String, _ sku: String, on day: Int64) -> Bool {
        let earlier = lists.filter { $0.day <= day }.reversed().lazy.compactMap { says($0, person, sku) }.first
        return earlier ?? lists.filter { $0.day > day }.lazy.compactMap { says($0, person, sku) }.first ?? false
    }

    /// What one list says of a person and a licence; nil = nothing.
    private func says(_ list: List, _ person: String, _ sku: String) -> Bool? {
        if list.kind == .directory {
            guard list.toldSKUs.contains(sku) else { return nil }
            let places = list.rows.indices.filter { self.person(list.rows[$0]) == person }
            guard !places.isEmpty else { return list.isPartial ? nil : false }
            return places.contains { list.heldSKUs[$0, default: []].contains(sku) }
        }
        guard list.sku == sku else { return nil }
        let rows = list.rows.filter { self.person($0) == person }
        guard !rows.isEmpty else { return list.isPartial ? nil : false }
        let told = rows.compactMap(\.isLicensed)
        return told.isEmpty ? nil : told.contains(true)
    }

    private func person(_ row: ListRow) -> String { people.person(row.userPrincipalName, row.objectID) }

    private static func shown(_ sku: String) -> String {
        sku == HistoryGenerator.skus[0] ? "Microsoft_365_Copilot" : sku
    }
}
