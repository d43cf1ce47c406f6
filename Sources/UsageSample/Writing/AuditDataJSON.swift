/// Writes records as the JSON objects that audit exports call AuditData.
struct AuditDataJSON: Sendable {
    /// The tenant's id.
    let organization: SampleGUID

    /// Appends an interaction.
    func append(_ interaction: Interaction, to json: inout ByteBuffer) {
        let style = interaction.jsonStyle
        json.openObject()
        json.key("CreationTime")
        append(interaction.plan.occurredAt, interaction.timeStyle, to: &json)
        json.key("Id")
        json.value(interaction.id, uppercase: interaction.plan.copy == .repeatedInUpperCase)
        json.key("Operation")
        json.raw("\"CopilotInteraction\"")
        json.key("OrganizationId")
        json.value(organization)
        json.key("RecordType")
        json.value(261)
        append(interaction.account, to: &json, style)
        json.key("Version")
        json.value(1)
        json.key("Workload")
        json.raw("\"Copilot\"")
        if let address = interaction.clientIP {
            json.key("ClientIP")
            json.value(address, style)
        }
        if let token = interaction.accessToken { appendAccess(token, interaction, to: &json) }
        appendAgent(of: interaction, to: &json, style)
        if let region = interaction.clientRegion {
            json.key("ClientRegion")
            json.value(region, style)
        }
        if let version = interaction.logVersion {
            json.key("CopilotLogVersion")
            json.value(version, style)
        }
        if interaction.unknownFields.contains(.record) {
            json.key("ReleaseRing")
            json.raw("{\"Name\":\"Ring3\",\"Flights\":[4,11]}")
        }
        json.key("CopilotEventData")
        appendEvent(of: interaction, to: &json)
        json.closeObject()
    }

    /// Appends a record of another workload.
    func append(_ event: UnrelatedEvent, to json: inout ByteBuffer) {
        let style = JSONStyle(escapesSlashes: true, escapesNonASCII: true)
        json.openObject()
        json.key("CreationTime")
        append(event.occurredAt, .plain, to: &json)
        json.key("Id")
        json.value(event.id)
        json.key("Operation")
        json.value(event.operation, style)
        json.key("OrganizationId")
        json.value(organization)
        json.key("RecordType")
        json.value(event.recordType)
        append(event.account, to: &json, style)
        json.key("Version")
        json.value(1)
        json.key("Workload")
        json.value(event.workload, style)
        json.key("ClientIP")
        json.value(event.clientIP, style)
        if let object = event.objectID {
            json.key("ObjectId")
            json.value(object, style)
        }
        json.key("ResultStatus")
        json.raw("\"Succeeded\"")
        json.closeObject()
    }

    private func append(_ account: Account, to json: inout ByteBuffer, _ style: JSONStyle) {
        json.key("UserKey")
        json.value(account.userKey, style)
        json.key("UserType")
        json.value(account.userType)
        json.key("UserId")
        json.value(account.userID, style)
    }

    private func append(_ instant: Int, _ style: Interaction.TimeStyle, to json: inout ByteBuffer) {
        json.raw("\"")
        json.append(instant: instant)
        switch style {
        case .plain: break
        case .zoned: json.append("Z")
        case .fractional: json.append(".4830000")
        }
        json.append("\"")
    }

    private func appendAccess(_ token: SampleGUID, _ interaction: Interaction, to json: inout ByteBuffer) {
        json.key("AppAccessContext")
        json.openObject()
        json.key("AADSessionId")
        json.value(SampleGUID(high: token.low, low: token.high))
        json.key("CorrelationId")
        json.value(SampleGUID(high: token.high &* 3, low: token.low &* 5))
        json.key("UniqueTokenId")
        json.value(token.digits, interaction.jsonStyle)
        json.key("IssuedAtTime")
        append(interaction.plan.occurredAt - 60 - Int(token.low & 2047), .plain, to: &json)
        json.key("APIId")
        json.raw("\"\"")
        json.key("ClientAppName")
        json.raw("\"\"")
        json.closeObject()
    }

    private func appendAgent(of interaction: Interaction, to json: inout ByteBuffer, _ style: JSONStyle) {
        if let id = interaction.agentID {
            json.key("AgentId")
            json.value(id, style)
        }
        if let name = interaction.agentName {
            json.key("AgentName")
            json.value(name, style)
        }
        if let platform = interaction.agentPlatform {
            json.key("AgentPlatform")
            json.value(platform, style)
        }
        switch interaction.applicationIdentity {
        case .missing: break
        case .text(let identity):
            json.key("AppIdentity")
            json.value(identity, style)
        case .object(let id, let displayName):
            json.key("AppIdentity")
            json.openObject()
            json.key("AppId")
            json.value(id, style)
            json.key("DisplayName")
            json.value(displayName, style)
            json.key("PublisherId")
            json.raw("\"Microsoft\"")
            json.closeObject()
        }
    }
}
