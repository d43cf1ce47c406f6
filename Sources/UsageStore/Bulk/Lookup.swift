/// A table that gives each distinct combination of values one id.
///
/// A row's identity is either its values themselves or, where they are long, a fingerprint of them.
public struct Lookup: Sendable {
    /// How a row is recognised.
    enum Identity: Sendable {
        /// Its first column, compared exactly.
        case firstColumn
        /// The first 16 bytes of the SHA-256 over the identifying values.
        case fingerprint
    }

    let table: String
    let columns: [String]
    let identity: Identity

    /// How many ids are kept at hand; what is forgotten is asked from the database again.
    let cacheCapacity: Int

    /// The place among all lookups, by which caches and prepared statements are found.
    let position: Int

    /// Products as questions name them: (name).
    public static let apps = Lookup(position: 0, table: "apps", columns: ["name"], identity: .firstColumn)
    /// Agents: (agent_key).
    public static let agents = Lookup(position: 1, table: "agents", columns: ["agent_key"], identity: .firstColumn)
    /// Organizations: (organization_id).
    public static let tenants = Lookup(
        position: 2,
        table: "tenants",
        columns: ["organization_id"],
        identity: .firstColumn
    )
    /// Client addresses: (client_ip).
    public static let clientAddresses = Lookup(
        position: 3,
        table: "client_addresses",
        columns: ["client_ip"],
        identity: .firstColumn,
        cacheCapacity: 65_536
    )
    /// Sensitivity labels: (label_guid).
    public static let sensitivityLabels = Lookup(
        position: 4,
        table: "sensitivity_labels",
        columns: ["label_guid"],
        identity: .firstColumn
    )
    /// Conversations: (thread_id).
    public static let threads = Lookup(
        position: 5,
        table: "threads",
        columns: ["thread_id"],
        identity: .fingerprint,
        cacheCapacity: 65_536
    )
    /// How records speak of an agent: eight values as received and the agent that they mean.
    public static let agentReferences = Lookup(
        position: 6,
        table: "agent_references",
        columns: [
            "raw_agent_id", "agent_name", "agent_version", "agent_platform", "blueprint_id", "target_agent_name",
            "target_platform_agent_id", "platform_agent_type", "agent_id",
        ],
        identity: .fingerprint
    )
    /// Envelopes: all values that many records share.
    public static let recordProfiles = Lookup(
        position: 7,
        table: "record_profiles",
        columns: [
            "tenant_id", "record_type", "operation", "workload", "schema_version", "log_version", "result_status",
            "scope", "client_region", "app_identity", "application_name", "license_type",
        ],
        identity: .fingerprint
    )
    /// What an interaction can be about: (target_id, type, container_id).
    public static let contextTargets = Lookup(
        position: 8,
        table: "context_targets",
        columns: ["target_id", "type", "container_id"],
        identity: .fingerprint,
        cacheCapacity: 65_536
    )
    /// System plug-ins: (plugin_id, name, version).
    public static let plugins = Lookup(
        position: 9,
        table: "plugins",
        columns: ["plugin_id", "name", "version"],
        identity: .fingerprint
    )
    /// Language models: (provider_name, model_name, model_version).
    public static let models = Lookup(
        position: 10,
        table: "models",
        columns: ["provider_name", "model_name", "model_version"],
        identity: .fingerprint
    )
    /// Resources: five values as received, and what follows from them (resource_key, site_key, site_kind).
    public static let resources = Lookup(
        position: 11,
        table: "resources",
        columns: [
            "list_item_unique_id", "site_url", "item_id", "name", "type", "resource_key", "site_key", "site_kind",
        ],
        identity: .fingerprint,
        cacheCapacity: 131_072
    )
    /// Ways of reaching a resource: five values as received, and what follows from them.
    public static let accessKinds = Lookup(
        position: 12,
        table: "access_kinds",
        columns: [
            "action", "status", "sensitivity_label_id", "is_cross_prompt_injection_detected", "policy_details",
            "has_policy_restriction", "policy_names",
        ],
        identity: .fingerprint
    )

    /// All lookups, in the order of their positions.
    static let all = [
        apps, agents, tenants, clientAddresses, sensitivityLabels, threads, agentReferences, recordProfiles,
        contextTargets, plugins, models, resources, accessKinds,
    ]

    private init(
        position: Int,
        table: String,
        columns: [String],
        identity: Identity,
        cacheCapacity: Int = 8192
    ) {
        self.position = position
        self.table = table
        self.columns = columns
        self.identity = identity
        self.cacheCapacity = cacheCapacity
    }
}
