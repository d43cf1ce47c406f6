extension AuditDataJSON {
    /// Appends the AccessedResources array of an interaction.
    func append(_ accesses: [AccessedResource], of interaction: Interaction, to json: inout ByteBuffer) {
        let style = interaction.jsonStyle
        json.key("AccessedResources")
        json.openArray()
        for (index, access) in accesses.enumerated() {
            json.openObject()
            append("Action", access.action, to: &json, style)
            if let resource = access.resource {
                append("Id", resource.id, to: &json, style)
                append("ListItemUniqueId", resource.listItemUniqueID, to: &json, style)
                append("Name", resource.name, to: &json, style)
                if let label = access.sensitivityLabelID {
                    json.key("SensitivityLabelId")
                    if let label { json.value(label) } else { json.raw("\"\"") }
                }
                append("SiteUrl", resource.siteURL, to: &json, style)
                append("Type", resource.type, to: &json, style)
            }
            append(access.policy, to: &json, style)
            append("Status", access.status, to: &json, style)
            if let isDetected = access.isCrossPromptInjectionDetected {
                json.key("XPIADetected")
                json.value(isDetected)
            }
            if index == 0, interaction.unknownFields.contains(.resource) {
                json.key("TenantBoundary")
                json.raw("[\"EU\",2]")
            }
            json.closeObject()
        }
        json.closeArray()
    }

    private func append(_ key: StaticString, _ text: String?, to json: inout ByteBuffer, _ style: JSONStyle) {
        guard let text else { return }
        json.key(key)
        json.value(text, style)
    }

    /// Evaluations without effect, as one JSON text.
    static func evaluationText(_ type: String) -> String {
        "[{\"PolicyType\":\"\(type)\",\"PolicyOutcomes\":[\"None\"],\"AuditLog\":\"\"}]"
    }

    /// Appends the PolicyDetails member of an access, if it has one.
    func append(_ policy: PolicyDetails, to json: inout ByteBuffer, _ style: JSONStyle) {
        switch policy {
        case .missing:
            return
        case .null:
            json.key("PolicyDetails")
            json.raw("null")
        case .emptyText:
            json.key("PolicyDetails")
            json.raw("\"\"")
        case .documented(let policy, let name, let mode, let action):
            json.key("PolicyDetails")
            json.openArray()
            json.openObject()
            json.key("PolicyId")
            json.value(policy)
            json.key("PolicyName")
            json.value(name, style)
            json.key("Rules")
            json.openArray()
            json.openObject()
            json.key("RuleId")
            json.value(SampleGUID(high: policy.low, low: policy.high))
            json.key("RuleName")
            json.value("\(name) rule", style)
            json.key("Actions")
            json.openArray()
            json.value(action, style)
            json.closeArray()
            json.key("Severity")
            json.raw("\"Medium\"")
            json.key("RuleMode")
            json.value(mode, style)
            json.closeObject()
            json.closeArray()
            json.closeObject()
            json.closeArray()
        case .evaluationText(let type):
            json.key("PolicyDetails")
            json.value(AuditDataJSON.evaluationText(type), style)
        case .evaluationArray(let type):
            json.key("PolicyDetails")
            json.openArray()
            json.openObject()
            json.key("PolicyType")
            json.value(type, style)
            json.key("PolicyOutcomes")
            json.raw("[\"None\"]")
            json.key("AuditLog")
            json.raw("\"{\\u0022PolicyDetails\\u0022:[],\\u0022AssociatedAdminUnits\\u0022:[]}\"")
            json.closeObject()
            json.closeArray()
        }
    }
}
