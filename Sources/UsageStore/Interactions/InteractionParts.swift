/// A row of `messages`.
struct MessageRow: BindableRow {
    var interactionID: Int64
    var ordinal: Int64
    var messageID: StoredID
    var isPrompt: Bool?
    var isJailbreakDetected: Bool?
    var size: Int64?
    var extra: [UInt8]?

    static let columns = [
        "interaction_id", "ordinal", "message_id", "is_prompt", "is_jailbreak_detected", "size", "extra",
    ]

    func bind(to statement: BoundStatement, from first: Int32) {
        statement.bind(first, interactionID)
        statement.bind(first + 1, ordinal)
        statement.bind(first + 2, messageID)
        statement.bind(first + 3, isPrompt)
        statement.bind(first + 4, isJailbreakDetected)
        statement.bind(first + 5, size)
        statement.bind(first + 6, text: extra)
    }
}

/// A row of `accessed_resources`.
struct AccessRow: BindableRow {
    var interactionID: Int64
    var ordinal: Int64
    var resourceID: Int64?
    var accessKindID: Int64
    var extra: [UInt8]?

    static let columns = ["interaction_id", "ordinal", "resource_id", "access_kind_id", "extra"]

    func bind(to statement: BoundStatement, from first: Int32) {
        statement.bind(first, interactionID)
        statement.bind(first + 1, ordinal)
        statement.bind(first + 2, resourceID)
        statement.bind(first + 3, accessKindID)
        statement.bind(first + 4, text: extra)
    }
}

/// A table that links an interaction to one lookup row.
protocol LinkTable {
    /// The column that refers to the lookup row.
    static var target: String { get }
}

/// A row of a table that links an interaction to one lookup row.
struct LinkRow<Table: LinkTable>: BindableRow {
    var interactionID: Int64
    var ordinal: Int64
    var targetID: Int64?
    var extra: [UInt8]?

    static var columns: [String] { ["interaction_id", "ordinal", Table.target, "extra"] }

    func bind(to statement: BoundStatement, from first: Int32) {
        statement.bind(first, interactionID)
        statement.bind(first + 1, ordinal)
        statement.bind(first + 2, targetID)
        statement.bind(first + 3, text: extra)
    }
}

/// `contexts`.
enum ContextLink: LinkTable {
    static let target = "context_target_id"
}

/// `interaction_plugins`.
enum PluginLink: LinkTable {
    static let target = "plugin_id"
}

/// `interaction_models`.
enum ModelLink: LinkTable {
    static let target = "model_id"
}
