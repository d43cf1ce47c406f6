extension AuditDataJSON {
    /// Appends the CopilotEventData object of an interaction.
    func appendEvent(of interaction: Interaction, to json: inout ByteBuffer) {
        let style = interaction.jsonStyle
        json.openObject()
        if let plugins = interaction.plugins { append(plugins, to: &json, style) }
        if let accesses = interaction.accessedResources { append(accesses, of: interaction, to: &json) }
        append("AppHost", interaction.appHost, to: &json, style)
        if let contexts = interaction.contexts {
            json.key("Contexts")
            json.openArray()
            for context in contexts {
                json.openObject()
                json.key("Id")
                json.value(context.id, style)
                json.key("Type")
                json.value(context.type, style)
                json.closeObject()
            }
            json.closeArray()
        }
        if let conversation = interaction.conversationID {
            json.key("ConversationId")
            json.value(conversation, uppercase: interaction.isConversationIDInUpperCase)
        }
        if let ids = interaction.messageIDs {
            json.key("MessageIds")
            json.openArray()
            for id in ids { json.value(id, style) }
            json.closeArray()
        }
        if let messages = interaction.messages { append(messages, of: interaction, to: &json) }
        if let models = interaction.models { append(models, to: &json, style) }
        if let label = interaction.sensitivityLabelID {
            json.key("SensitivityLabelId")
            json.value(label)
        }
        if let name = interaction.targetAgentName {
            json.key("TargetAgentName")
            json.value(name, style)
        }
        append("ThreadId", interaction.threadID, to: &json, style)
        if let type = interaction.licenceType {
            json.key("LicenseType")
            json.value(type, style)
        }
        if interaction.unknownFields.contains(.event) {
            json.key("GroundingBudget")
            json.raw("{\"Limit\":8,\"Ratio\":0.25,\"Notes\":null}")
        }
        json.closeObject()
    }

    private func append(
        _ key: StaticString,
        _ field: Interaction.Field,
        to json: inout ByteBuffer,
        _ style: JSONStyle
    ) {
        switch field {
        case .missing: break
        case .null:
            json.key(key)
            json.raw("null")
        case .text(let text):
            json.key(key)
            json.value(text, style)
        }
    }

    private func append(_ messages: [Message], of interaction: Interaction, to json: inout ByteBuffer) {
        json.key("Messages")
        json.openArray()
        for (index, message) in messages.enumerated() {
            json.openObject()
            json.key("Id")
            json.value(message.id, interaction.jsonStyle)
            if let isDetected = message.isJailbreakDetected {
                json.key("JailbreakDetected")
                json.value(isDetected)
            }
            switch message.role {
            case .prompt, .response:
                json.key("isPrompt")
                json.value(message.role == .prompt)
            case .promptAsText:
                json.key("isPrompt")
                json.raw("\"true\"")
            case .unknown:
                break
            }
            if index == 0, interaction.unknownFields.contains(.message) {
                json.key("Locale")
                json.raw("\"de-DE\"")
            }
            json.closeObject()
        }
        json.closeArray()
    }

    private func append(_ plugins: [Plugin], to json: inout ByteBuffer, _ style: JSONStyle) {
        json.key("AISystemPlugin")
        json.openArray()
        for plugin in plugins {
            json.openObject()
            json.key("Id")
            json.value(plugin.id, style)
            json.key("Name")
            json.value(plugin.name, style)
            if let version = plugin.version {
                json.key("Version")
                json.value(version, style)
            }
            json.closeObject()
        }
        json.closeArray()
    }

    private func append(_ models: [Model], to json: inout ByteBuffer, _ style: JSONStyle) {
        json.key("ModelTransparencyDetails")
        json.openArray()
        for model in models {
            json.openObject()
            if let provider = model.provider {
                json.key("ModelProviderName")
                json.value(provider, style)
            }
            if let name = model.name {
                json.key("ModelName")
                json.value(name, style)
            }
            if let version = model.version {
                json.key("ModelVersion")
                json.value(version, style)
            }
            json.closeObject()
        }
        json.closeArray()
    }
}
