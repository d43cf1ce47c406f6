/// An oddity that a record of an interaction may have; every one of them can still be read.
enum RecordShape: String, CaseIterable, Sendable {
    /// Ids of messages instead of messages, as in the first records.
    case messageIDsOnly = "message_ids_only"
    /// Keys in another case.
    case keyCase = "key_case"
    /// An object where an array is usual.
    case singleObjects = "single_objects"
    case nullArrays = "null_arrays"
    /// Empty text where an array is usual.
    case emptyTextArrays = "empty_text_arrays"
    /// Arrays as JSON text.
    case textArrays = "text_arrays"
    case missingArrays = "missing_arrays"
    /// `isPrompt` as text, or missing.
    case promptText = "prompt_text"
    case promptMissing = "prompt_missing"
    /// Fields that no documentation names, at every level.
    case unknownFields = "unknown_fields"
    /// Such fields some dozens of levels deep.
    case deepFields = "deep_fields"
    /// Numbers that 64 bits do not hold.
    case hugeNumbers = "huge_numbers"
    case loneSurrogates = "lone_surrogates"
    case nulEscapes = "nul_escapes"
    case escapedSlashes = "escaped_slashes"
    /// An address of more than 8000 characters.
    case longSiteURL = "long_site_url"
    case hundredsOfResources = "hundreds_of_resources"
    /// Policy details in every shape, broken text among them.
    case policyShapes = "policy_shapes"
    case applicationObject = "application_object"
    case eventAsText = "event_as_text"
    case eventNull = "event_null"
    case eventMissing = "event_missing"
    case duplicateKeys = "duplicate_keys"
    /// A key a second time in another case.
    case duplicateKeysByCase = "duplicate_keys_by_case"
    case accessContext = "access_context"
    case userTypeAsText = "user_type_as_text"
    /// The record type as digits in text, or as a name.
    case recordTypeAsText = "record_type_as_text"
    case recordTypeAsName = "record_type_as_name"
}
