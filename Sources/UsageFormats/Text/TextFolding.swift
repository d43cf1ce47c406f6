/// Brings names and keys that people type into the one form under which they are compared.
public enum TextFolding {
    /// The text without Unicode white space at its ends, in Unicode lower case.
    ///
    /// Every character is mapped alone, so that equal names stay equal wherever a letter stands in a word.
    public static func folded(_ text: String) -> String {
        trimmed(text).lowercased()
    }

    /// The text without Unicode white space at its ends.
    public static func trimmed(_ text: String) -> String {
        let scalars = text.unicodeScalars
        guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
            let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
        else { return "" }
        return String(scalars[first...last])
    }
}
