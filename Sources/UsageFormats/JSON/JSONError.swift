/// The first place at which a text is not JSON.
///
/// The description never quotes the text, which may hold names or prompts.
public struct JSONError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong.
    public struct Code: Hashable, Sendable {
        enum Value {
            case unexpectedByte, unterminated, badEscape, badNumber, badLiteral, controlCharacter, invalidUTF8
            case tooDeep, trailingContent, tooLong
        }

        let value: Value

        /// A byte that cannot stand there.
        public static let unexpectedByte = Code(value: .unexpectedByte)

        /// The text ends inside of a value, or holds none.
        public static let unterminated = Code(value: .unterminated)

        /// A backslash that is not followed by one of the known escapes.
        public static let badEscape = Code(value: .badEscape)

        /// A number that breaks the grammar, such as one with a leading zero.
        public static let badNumber = Code(value: .badNumber)

        /// A word other than true, false and null.
        public static let badLiteral = Code(value: .badLiteral)

        /// A control character inside of a string.
        public static let controlCharacter = Code(value: .controlCharacter)

        /// Bytes that are not UTF-8.
        public static let invalidUTF8 = Code(value: .invalidUTF8)

        /// More containers inside one another than the limit.
        public static let tooDeep = Code(value: .tooDeep)

        /// Something other than white space after the value.
        public static let trailingContent = Code(value: .trailingContent)

        /// A value with more bytes than the limit.
        public static let tooLong = Code(value: .tooLong)
    }

    /// What is wrong.
    public let code: Code

    /// The offset of the first wrong byte: in the slice for a document, in the decoded input for a stream.
    public let offset: Int64

    /// The line of that byte, from 1.
    public let line: Int

    /// The column of that byte in its line, in bytes, from 1.
    public let column: Int

    /// A sentence that says what is wrong, and where.
    public var description: String {
        let (found, expected) = words
        return "JSON has \(found) at line \(line), column \(column) (byte \(offset)); expected \(expected)."
    }

    private var words: (found: String, expected: String) {
        switch code.value {
        case .unexpectedByte: ("an unexpected character", "a value, or the next part of the value around it")
        case .unterminated: ("its end", "the rest of a value")
        case .badEscape: ("a backslash with an unknown escape", "one of \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX")
        case .badNumber: ("a malformed number", "digits without leading zeros")
        case .badLiteral: ("an unknown word", "true, false or null")
        case .controlCharacter: ("a control character in a string", "an escape in its place")
        case .invalidUTF8: ("bytes that are not UTF-8", "UTF-8 text")
        case .tooDeep: ("too many containers inside one another", "fewer levels")
        case .trailingContent: ("text after the value", "nothing but white space")
        case .tooLong: ("a value longer than the limit", "smaller elements")
        }
    }

    init(_ code: Code, offset: Int64, line: Int, column: Int) {
        self.code = code
        self.offset = offset
        self.line = line
        self.column = column
    }

    /// Places a fault in the text that it was found in.
    init(_ fault: JSONFault, in text: UnsafeBufferPointer<UInt8>) {
        let before = text.prefix(fault.offset)
        let lineStart = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        code = fault.code
        offset = Int64(fault.offset)
        line = 1 + before.reduce(0) { $0 + ($1 == 0x0A ? 1 : 0) }
        column = fault.offset - lineStart + 1
    }
}

/// A fault before it is placed in lines and columns.
struct JSONFault: Error {
    let code: JSONError.Code
    let offset: Int

    init(_ code: JSONError.Code, at offset: Int) {
        self.code = code
        self.offset = offset
    }
}
