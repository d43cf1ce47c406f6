public import UsageFormats

/// One element of Messages.
///
/// Records never carry the text of a message.
public struct AuditMessage: Sendable {
    /// Id.
    public var id = AuditID.none
    /// Whether it is a prompt (true) or a response (false); nil = not told.
    public var isPrompt: Bool?
    /// JailbreakDetected; nil = not told.
    public var isJailbreakDetected: Bool?
    /// Size.
    public var size: Int64?
    /// What no other field holds, as a JSON object.
    public var extra = TextSlice.empty
}

/// One element of AccessedResources.
public struct AuditAccess: Sendable {
    /// ListItemUniqueId.
    public var listItemUniqueID = TextSlice.empty
    /// SiteUrl: the address of the item.
    public var siteURL = TextSlice.empty
    /// Id.
    public var itemID = TextSlice.empty
    /// Name.
    public var name = TextSlice.empty
    /// Type.
    public var type = TextSlice.empty
    /// Action.
    public var action = TextSlice.empty
    /// Status.
    public var status = TextSlice.empty
    /// SensitivityLabelId.
    public var sensitivityLabelID = TextSlice.empty
    /// XPIADetected; nil = not told.
    public var isCrossPromptInjectionDetected: Bool?
    /// PolicyDetails as JSON, with keys in one order; empty when there are none.
    public var policyDetails = TextSlice.empty
    /// What no other field holds, as a JSON object.
    public var extra = TextSlice.empty

    /// Whether the element names no resource at all.
    public var namesNothing: Bool {
        listItemUniqueID.isEmpty && siteURL.isEmpty && itemID.isEmpty && name.isEmpty && type.isEmpty
    }
}

/// One element of Contexts.
public struct AuditContext: Sendable {
    /// Id.
    public var id = TextSlice.empty
    /// Type.
    public var type = TextSlice.empty
    /// ContainerId.
    public var containerID = TextSlice.empty
    /// What no other field holds, as a JSON object.
    public var extra = TextSlice.empty

    /// Whether the element says nothing.
    public var isEmpty: Bool { id.isEmpty && type.isEmpty && containerID.isEmpty }
}

/// One element of AISystemPlugin.
public struct AuditPlugin: Sendable {
    /// Id.
    public var id = TextSlice.empty
    /// Name.
    public var name = TextSlice.empty
    /// Version.
    public var version = TextSlice.empty
    /// What no other field holds, as a JSON object.
    public var extra = TextSlice.empty

    /// Whether the element says nothing.
    public var isEmpty: Bool { id.isEmpty && name.isEmpty && version.isEmpty }
}

/// One element of ModelTransparencyDetails.
public struct AuditModel: Sendable {
    /// ModelProviderName.
    public var providerName = TextSlice.empty
    /// ModelName.
    public var name = TextSlice.empty
    /// ModelVersion.
    public var version = TextSlice.empty
    /// What no other field holds, as a JSON object.
    public var extra = TextSlice.empty

    /// Whether the element says nothing.
    public var isEmpty: Bool { providerName.isEmpty && name.isEmpty && version.isEmpty }
}
