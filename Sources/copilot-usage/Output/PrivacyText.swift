import CopilotUsage

/// What an erasure or a purge did, in words; never a name.
enum PrivacyText {
    static func sentences(_ summary: PrivacySummary) -> String {
        guard !summary.counts.isEmpty else { return "Nothing was there to remove." }
        let lines = summary.counts.map { "  \($0.table): \($0.rowCount)" }
        return (["Rows changed or removed:"] + lines).joined(separator: "\n")
    }
}
