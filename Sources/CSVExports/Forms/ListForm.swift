public import UsageFormats

/// A form in which lists of people, licences and agents come in files: how it is recognised, and how it is read.
///
/// A new form is one file beside its like and one line in ``ListForms``. Tables are ``ListLayout``s.
public protocol ListForm: Sendable {
    /// The identifiers of the formats that it reads; several where the columns decide which of them a file is.
    static var formats: [String] { get }

    /// What a file of this form shows, for messages: `a column Title ID`.
    static var expectation: String { get }

    /// Takes a file for one of this form; nil when it is not.
    ///
    /// - Parameters:
    ///   - beginning: What the file begins with.
    ///   - isDeclared: Whether the caller says that it is, so that what could be several forms is this one.
    init?(_ beginning: FileBeginning, isDeclared: Bool)

    /// The identifier of the file's format: `active-users-csv`.
    var format: String { get }

    /// What the list tells, as far as its beginning shows.
    var contents: ListContents { get }

    /// Reads the rows of a file as it was opened; nil when it is not the file that the form was made from.
    func reader(of file: OpenedFile) -> (any ListReader)?
}

/// Reads the rows of one list.
public protocol ListReader: AnyObject {
    /// Decodes the next row; nil at the end of the input.
    ///
    /// A row that cannot be read becomes a rejected one, and reading goes on.
    ///
    /// - Throws: ``InputError`` when reading fails, ``JSONError`` when the text around the rows is broken.
    func nextRow() throws -> ListRowResult?

    /// Where the row stands that was read last.
    var place: ListPlace { get }

    /// The number of blank lines skipped so far.
    var blankLineCount: Int { get }

    /// The number of lines skipped before the header.
    var preambleLineCount: Int { get }
}

extension ListReader {
    /// Nothing is skipped where lines mean nothing.
    public var blankLineCount: Int { 0 }

    /// Nothing is skipped where there is no header.
    public var preambleLineCount: Int { 0 }
}
