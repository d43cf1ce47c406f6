public import UsageFormats

/// A form in which audit records come in files: how it is recognised, and how it is read.
///
/// A new form is one file beside this one and one line in ``AuditEnvelopes``.
public protocol AuditEnvelope: Sendable {
    /// The identifier of the format: `purview-audit-csv`.
    static var format: String { get }

    /// What a file of this form shows, for messages: `a column AuditData`.
    static var expectation: String { get }

    /// Takes a file for one of this form; nil when it is not.
    ///
    /// - Parameters:
    ///   - beginning: What the file begins with.
    ///   - isDeclared: Whether the caller says that it is, so that what could be several forms is this one.
    init?(_ beginning: FileBeginning, isDeclared: Bool)

    /// Reads the records of a file.
    ///
    /// - Parameters:
    ///   - file: The file, as it was opened, or with its window moved to where an earlier reader stood.
    ///   - state: What ``AuditRecordReader/state`` of the earlier reader was; nil to begin with the first record.
    /// - Returns: nil when the state is none of this form's.
    func reader(of file: OpenedFile, resumingWith state: String?) -> (any AuditRecordReader)?
}

/// Reads the audit records of one file, batch after batch.
public protocol AuditRecordReader: AnyObject {
    /// Where the records read so far end in the text, in bytes.
    var position: Int64 { get }

    /// The SHA-256 of the decoded bytes before ``position``, 32 bytes.
    var prefixSHA256: [UInt8] { get }

    /// What another reader of the same form needs, beside the position, to go on behind the records read so far.
    var state: String { get }

    /// Decodes the next records; nil at the end of the input.
    ///
    /// A record that cannot be read becomes a rejected one, and reading goes on.
    ///
    /// - Parameter byteLimit: A batch ends with the record that brings its texts and rejected records to this size.
    /// - Throws: ``InputError`` when reading fails, ``JSONError`` when the text around the records is broken.
    func nextBatch(byteLimit: Int) throws -> AuditBatch?
}
