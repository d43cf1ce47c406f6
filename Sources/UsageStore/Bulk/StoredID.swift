/// An id from a record in the compact form in which the warehouse keeps it: 16 bytes for a GUID, an integer for plain
/// digits, text for anything else.
public enum StoredID: Sendable, Hashable {
    /// No id.
    case none
    /// Plain decimal digits without a leading zero.
    case integer(Int64)
    /// A GUID, lower case when shown.
    case guid(high: UInt64, low: UInt64)
    /// Any other text.
    case text(String)
}
