import UsageQueries
import UsageStore

/// The typed twin of a question, its rows turned into name and value pairs.
struct TypedTwin: Sendable {
    let name: String
    let rows: @Sendable (UsageWarehouse) async throws -> [[(label: String, value: StoredValue)]]

    init<Query: UsageQuery>(_ query: Query) {
        name = Query.name
        rows = { warehouse in
            try await warehouse.fetch(query).map { row in
                Mirror(reflecting: row).children.map { ($0.label ?? "", Self.stored($0.value)) }
            }
        }
    }

    private static func stored(_ value: Any) -> StoredValue {
        switch value {
        case let text as String: .text(text)
        case let flag as Bool: .integer(flag ? 1 : 0)
        case let integer as Int: .integer(Int64(integer))
        case let real as Double: .real(real)
        default: .null
        }
    }
}
