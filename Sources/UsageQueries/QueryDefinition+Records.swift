extension QueryDefinition {
    /// Views and tables of single records; sums of them stay when records are purged.
    private static let ofRecords: Set<String> = [
        "interactions", "interactions_detail", "messages", "covered_turns", "covered_accesses", "authoring_events",
    ]

    /// Whether the question reads single records.
    var readsRecords: Bool {
        let words = sql.split { !($0.isLetter || $0 == "_") }
        return zip(words, words.dropFirst()).contains { verb, name in
            (verb == "from" || verb == "join") && Self.ofRecords.contains(String(name))
        }
    }
}
