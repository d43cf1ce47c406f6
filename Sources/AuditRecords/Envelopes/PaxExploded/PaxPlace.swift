import UsageFormats

/// The arrays of CopilotEventData; row i of a record carries element i of each.
enum PaxArray: Int, CaseIterable, Sendable {
    case messages, accessedResources, contexts, plugins, models, messageIDs

    /// The array's key in the record.
    var key: StaticString {
        switch self {
        case .messages: #""Messages":"#
        case .accessedResources: #""AccessedResources":"#
        case .contexts: #""Contexts":"#
        case .plugins: #""AISystemPlugin":"#
        case .models: #""ModelTransparencyDetails":"#
        case .messageIDs: #""MessageIds":"#
        }
    }
}

/// Where the cells of a column belong in the record, and what they hold.
struct PaxPlace: Sendable {
    enum Level: Sendable, Hashable {
        case record, appIdentity, event
        case element(PaxArray)
    }

    enum Content: Sendable {
        case text, number, recordType, flag, json, policyDetails
        /// Text without the blanks at its ends.
        case trimmed
    }

    /// The object that the value is a member of.
    var level = Level.record
    /// The member's key as JSON, with its colon.
    var key: [UInt8]
    /// The column's title as such a key.
    let titleKey: [UInt8]
    var content = Content.text
    /// Whether a value makes the record one with CopilotEventData; other workloads may fill the other columns too.
    var isTelling = true
    /// The column, by its title, of which this one says the same; its cells count only where that one is empty.
    var original: String?

    /// Finds the place of a column; nil for what is of the export and not of the record: annotations, and the columns
    /// that the portal's export has beside AuditData.
    ///
    /// - Parameters:
    ///   - title: The title without blanks at its ends.
    ///   - folded: The same in lower case.
    init?(title: String, folded: String) {
        var title = title
        let isAnnotation = title.withUTF8 { AnnotationKey.isAnnotation($0) } || folded.hasPrefix("@")
        guard !isAnnotation, !Self.envelopeTitles.contains(folded) else { return nil }
        titleKey = Self.key(title.isEmpty ? "UntitledColumn" : title)
        key = titleKey
        if let (prefix, level) = Self.prefixes.first(where: { folded.hasPrefix($0.0) && folded.count > $0.0.count }) {
            self.level = level
            key = Self.key(String(title.dropFirst(prefix.count)))
            content = Self.flags.contains(folded) ? .flag : .text
        }
        placeKnown(folded)
    }

    /// Columns whose key or content the title alone does not tell.
    private mutating func placeKnown(_ title: String) {
        switch title {
        case "recordid": (key, content) = (Self.key("Id"), .trimmed)
        case "id": (content, original) = (.trimmed, "recordid")
        case "creationtime": content = .trimmed
        case "creationdate": (key, content, original) = (Self.key("CreationTime"), .trimmed, "creationtime")
        case "recordtypenum": (key, content) = (Self.key("RecordType"), .recordType)
        case "recordtype": (content, original) = (.recordType, "recordtypenum")
        // Where the export tells a field of the search beside that of the record, the record's own counts.
        case "audit_userid": key = Self.key("UserId")
        case "userid": original = "audit_userid"
        case "resultstatus_audit": key = Self.key("ResultStatus")
        case "resultstatus": original = "resultstatus_audit"
        case "usertype", "version": content = .number
        // No field of the record: the processor reads it off AgentId.
        case "agentcategory": original = "agentid"
        case "apphost", "threadid": level = .event
        case "conversationid": (level, isTelling) = (.event, false)
        case "sensitivitylabel": (level, key, isTelling) = (.event, Self.key("SensitivityLabelId"), false)
        case "messageids": level = .element(.messageIDs)
        case "accessedresource_resourcetype": key = Self.key("Type")
        case "accessedresource_sensitivitylabel": key = Self.key("SensitivityLabelId")
        case "accessedresource_policydetails": content = .policyDetails
        case "context_item": (key, content) = (Self.key("Items"), .json)
        // NB: AppId stays a member of the record. Records of other workloads have one of their own, and together with
        // nothing else it does not tell whether AppIdentity was an object.
        default: break
        }
    }

    private static let envelopeTitles: Set<String> = [
        "associatedadminunits", "associatedadminunitsnames", "associatedadminunitnames",
    ]

    private static let prefixes: [(String, Level)] = [
        ("message_", .element(.messages)), ("accessedresource_", .element(.accessedResources)),
        ("context_", .element(.contexts)), ("aisystemplugin_", .element(.plugins)),
        ("modeltransparencydetails_", .element(.models)), ("appidentity_", .appIdentity),
    ]

    private static let flags: Set<String> = [
        "message_isprompt", "message_jailbreakdetected", "accessedresource_xpiadetected",
    ]

    private static func key(_ text: String) -> [UInt8] {
        var output: [UInt8] = []
        var text = text
        text.withUTF8 { JSONString.append($0, to: &output) }
        output.append(UInt8(ascii: ":"))
        return output
    }
}
