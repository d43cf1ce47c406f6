/// The version of this library, as the ledger records it.
public enum ToolVersion {
    /// Semantic version.
    public static let current = "0.1.0"
}
