/// Why a row of a list cannot be read: a code to switch on, and a sentence without contents of the row.
public struct ListRejection: Error, Sendable, Hashable, CustomStringConvertible {
    /// The kinds of reasons.
    public enum Code: String, Sendable, Hashable {
        /// A quote was never closed.
        case unterminatedQuote = "unterminated_quote"
        /// The row is longer than any record may be.
        case rowTooLong = "row_too_long"
        /// The row holds a raw NUL byte.
        case containsNUL = "contains_nul"
        /// The row is no JSON.
        case brokenJSON = "broken_json"
        /// The row is JSON but no object.
        case notAnObject = "not_an_object"
        /// The page is an answer that tells of an error.
        case errorAnswer = "error_answer"
        /// The row is of something else than a user.
        case notAUser = "not_a_user"
        /// The row names no one.
        case missingUser = "missing_user"
        /// The row's name is a token: the list was exported with concealed names.
        case concealedName = "concealed_name"
        /// The row names no agent.
        case missingTitleID = "missing_title_id"
        /// The row names no product.
        case missingSKU = "missing_sku"
    }

    /// The kind.
    public let code: Code
    /// What was seen and expected.
    public let description: String
}

extension ListRejection {
    /// Licences of a user whom the answer does not name.
    public static let nobodysLicenses = ListRejection(
        code: .missingUser,
        description: "The answer tells licences without whose they are; expected an '@odata.context' with the user. "
            + "Save the whole answer, or download /users with assignedLicenses."
    )
}
