@testable import UsageStore

/// Something that a load brings into an invented tenant.
enum TenantFact: Sendable {
    case turn(InventedTurn)
    case coverage(days: ClosedRange<Int64>, isDeclared: Bool)
    case people(InventedList)
    case seats(day: Int64, count: Int64)
    case agents(day: Int64, agents: [InventoriedAgent])
    case report(ReportHeader, users: [ReportUserActivity], counts: [Int64?: [ReportAppCounts]])
    case event(InventedEvent)

    /// Where the fact comes from, by the names that the question of coverage uses.
    var source: String {
        switch self {
        case .turn, .coverage: "audit_interactions"
        case .people(let list): list.sku == nil ? "directory" : "license_lists"
        case .seats: "purchased_seats"
        case .agents: "agent_inventory"
        case .report(let header, _, _): header.kind == .userDetail ? "report_user_details" : "report_user_counts"
        case .event: "agent_authoring"
        }
    }
}

/// An account that leaves audit records.
struct InventedAccount: Sendable {
    var name: String
    var objectID: String
    var userType: Int64 = 0
    var isByPerson = true
}

/// One record of a Copilot interaction.
struct InventedTurn: Sendable {
    var number: Int
    var account: InventedAccount
    var at: Int64
    var host = "Word"
    var app = "Word"
    var recordType: Int64 = 261
    var thread: Int?
    var conversation: String?
    var agent: Int?
    var prompts = 1
    var responses = 1
    var accesses: [InventedAccess] = []
    var label: String?
    var isAttack = false
    var models: [String] = []
    var plugins: [String] = []
    /// The record repeats a turn that another record tells.
    var isTwin = false

    var day: Int64 { at / 86_400 }
    /// Whether the record counts as adoption.
    var isAdoption: Bool {
        recordType == 261 && !isTwin && account.isByPerson && host != "Copilot Studio" && host != "Autonomous"
    }
}

/// One element of AccessedResources.
struct InventedAccess: Sendable, Hashable {
    /// Nil when the element names nothing.
    var name: String?
    var type: String?
    var action: String?
    var status: String?
    var label: String?
    var isAttack = false
    var policy: String?
}

/// A directory, or a list of the holders of a licence.
struct InventedList: Sendable {
    var day: Int64
    var sku: String?
    var isPartial = false
    var attributes: Set<DirectoryAttribute> = []
    var rows: [ListRow] = []
}

/// One authoring event of an agent.
struct InventedEvent: Sendable {
    var number: Int
    var account: InventedAccount
    var at: Int64
    var operation: String
    var agent: Int
    var schemaName: String?
    var changes: [String] = []

    var day: Int64 { at / 86_400 }
}
