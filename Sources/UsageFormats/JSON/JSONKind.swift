/// The kind of a JSON value.
public enum JSONKind: UInt8, Sendable, Hashable {
    /// Members with keys, in the order of the text; keys may repeat.
    case object

    /// Elements in order.
    case array

    /// Text between quotes.
    case string

    /// A number without fraction and exponent, of any size.
    case integer

    /// A number with a fraction or an exponent, of any size.
    case real

    /// The literal `true`.
    case `true`

    /// The literal `false`.
    case `false`

    /// The literal `null`.
    case null
}
