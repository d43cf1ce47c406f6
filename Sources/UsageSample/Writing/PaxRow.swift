/// The cells of one row of the exploded form.
struct PaxRow {
    /// One cell for each column.
    private(set) var cells = Array(repeating: "", count: PaxExplodedColumns.names.count)

    private mutating func set(_ column: String, _ text: String?) {
        if let text, let position = PaxExplodedColumns.positions[column] { cells[position] = text }
    }

    /// Sets what every record has.
    mutating func set(_ envelope: AuditEnvelope, organization: SampleGUID) {
        var time = ByteBuffer(capacity: 20)
        time.append(instant: envelope.occurredAt)
        set("RecordId", envelope.idText)
        set("CreationDate", time.text + ".000Z")
        set("RecordType", envelope.recordTypeName)
        set("Operation", envelope.operation)
        set("UserId", envelope.account.userID)
        set("@odata.type", "#microsoft.graph.security.defaultAuditData")
        set("CreationTime", time.text + "Z")
        set("Id", envelope.idText)
        set("OrganizationId", organization.text)
        set("UserKey", envelope.account.userKey)
        set("UserType", String(envelope.account.userType))
        set("Version", "1")
        set("Workload", envelope.workload)
        set("ObjectId", envelope.objectID)
        set("AppHost", envelope.workload)
        set("RecordTypeNum", String(envelope.recordType))
    }

    /// Sets what an interaction has once.
    mutating func set(_ interaction: Interaction) {
        set("ClientIP", interaction.clientIP)
        set("ClientRegion", interaction.clientRegion)
        set("CopilotLogVersion", interaction.logVersion)
        set("AgentId", interaction.agentID)
        set("AgentName", interaction.agentName)
        if case .text(let host) = interaction.appHost { set("AppHost", host) }
        if case .text(let thread) = interaction.threadID { set("ThreadId", thread) }
        if case .object(let id, let name) = interaction.applicationIdentity {
            set("AppId", id)
            set("ApplicationName", name)
        }
        set(
            "ConversationId",
            interaction.conversationID.map { interaction.isConversationIDInUpperCase ? $0.text.uppercased() : $0.text }
        )
        set("SensitivityLabel", interaction.sensitivityLabelID?.text)
    }

    /// Sets what the elements of one position have.
    mutating func set(element index: Int, of interaction: Interaction, _ json: AuditDataJSON) {
        if let message = element(index, of: interaction.messages) {
            set("Message_Id", message.id)
            switch message.role {
            case .prompt: set("Message_isPrompt", "True")
            case .response: set("Message_isPrompt", "False")
            case .promptAsText: set("Message_isPrompt", "true")
            case .unknown: break
            }
        }
        set("MessageIds", element(index, of: interaction.messageIDs))
        if let context = element(index, of: interaction.contexts) {
            set("Context_Id", context.id)
            set("Context_Type", context.type)
        }
        if let plugin = element(index, of: interaction.plugins) {
            set("AISystemPlugin_Id", plugin.id)
            set("AISystemPlugin_Name", plugin.name)
        }
        set("ModelTransparencyDetails_ModelName", element(index, of: interaction.models)?.name)
        guard let access = element(index, of: interaction.accessedResources) else { return }
        set("AccessedResource_Action", access.action)
        set("AccessedResource_SiteUrl", access.resource?.siteURL)
        set("AccessedResource_Name", access.resource?.name)
        set("AccessedResource_ResourceType", access.resource?.type)
        if let label = access.sensitivityLabelID { set("AccessedResource_SensitivityLabel", label?.text) }
        set("AccessedResource_PolicyDetails", policy(access.policy, json))
    }

    private func element<Element>(_ index: Int, of array: [Element]?) -> Element? {
        guard let array, index < array.count else { return nil }
        return array[index]
    }

    private func policy(_ policy: PolicyDetails, _ json: AuditDataJSON) -> String? {
        switch policy {
        case .missing, .null, .emptyText: return nil
        case .evaluationText(let type): return AuditDataJSON.evaluationText(type)
        case .documented, .evaluationArray:
            var buffer = ByteBuffer(capacity: 256)
            json.append(policy, to: &buffer, JSONStyle())
            return String(buffer.text.dropFirst("\"PolicyDetails\":".count))
        }
    }
}
