/// The forms in which audit records come, in the order in which a file is tried against them.
public enum AuditEnvelopes {
    /// Every form; a new one is one line here.
    public static let all: [any AuditEnvelope.Type] = [
        UnifiedAuditLogEnvelope.self,
        PurviewAuditEnvelope.self,
        PaxExplodedEnvelope.self,
        GraphAuditEnvelope.self,
        ActivityFeedEnvelope.self,
        AuditJSONLinesEnvelope.self,
    ]
}
