import UsageFormats

/// Why a file could not be loaded: what, where, seen, expected, remedy.
///
/// Shows no user names and no contents of records.
public struct IngestionError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What kind of failure it is; switch on it.
    public struct Code: Sendable, Hashable, CustomStringConvertible {
        private enum Kind: String {
            case notReadable, empty, webPage, archive, unrecognised, missingColumn, ambiguousList, undatedLists
            case rejectedRow, errorAnswer, malformed
        }
        private let kind: Kind

        /// The file cannot be opened or read.
        public static let notReadable = Code(kind: .notReadable)
        /// The file has no bytes.
        public static let empty = Code(kind: .empty)
        /// The file is a web page, often a sign-in page saved instead of the export.
        public static let webPage = Code(kind: .webPage)
        /// The file is a workbook or another archive.
        public static let archive = Code(kind: .archive)
        /// The file is none of the formats that are known.
        public static let unrecognised = Code(kind: .unrecognised)
        /// The header lacks a column that the format needs.
        public static let missingColumn = Code(kind: .missingColumn)
        /// The file may be a licence list or a directory.
        public static let ambiguousList = Code(kind: .ambiguousList)
        /// Several lists without dates: which is older is unknown.
        public static let undatedLists = Code(kind: .undatedLists)
        /// A record cannot be read, and the caller asked to stop at the first one.
        public static let rejectedRow = Code(kind: .rejectedRow)

        /// The file is an answer of the service that tells of an error.
        public static let errorAnswer = Code(kind: .errorAnswer)
        /// The text around the records is broken, so that what follows cannot be read.
        public static let malformed = Code(kind: .malformed)

        /// The code's name.
        public var description: String { kind.rawValue }
    }

    /// What kind of failure it is.
    public let code: Code
    /// The file's name as given.
    public let file: String
    /// One or two sentences for people.
    public let description: String

    init(_ code: Code, file: String, _ description: String) {
        self.code = code
        self.file = file
        self.description = description
    }
}

extension IngestionError {
    static func notReadable(file: String, _ error: InputError) -> IngestionError {
        IngestionError(.notReadable, file: file, error.description)
    }

    static func empty(file: String) -> IngestionError {
        IngestionError(
            .empty,
            file: file,
            "File '\(file)' is empty (0 bytes); expected an export with a header. Download it again."
        )
    }

    static func webPage(file: String) -> IngestionError {
        IngestionError(
            .webPage,
            file: file,
            "File '\(file)' is a web page (line 1 begins with '<'); expected an export. "
                + "Sign in again and repeat the download."
        )
    }

    static func archive(file: String, kind: String) -> IngestionError {
        IngestionError(
            .archive,
            file: file,
            "File '\(file)' is \(kind); expected text. Export it as CSV, or unpack it first."
        )
    }

    static func unrecognised(file: String, seen: String) -> IngestionError {
        IngestionError(
            .unrecognised,
            file: file,
            "File '\(file)' is no known export: \(seen); expected an audit export with a column AuditData, "
                + "audit records as JSON, a usage report, or a list of licences, users, seats or agents."
        )
    }

    static func missingColumn(file: String, format: InputFormat, expected: String) -> IngestionError {
        IngestionError(
            .missingColumn,
            file: file,
            "File '\(file)' does not begin as format \(format.rawValue) does: expected \(expected). "
                + "Export the file again, or leave it to be recognised."
        )
    }

    static func errorAnswer(file: String, code: String?) -> IngestionError {
        IngestionError(
            .errorAnswer,
            file: file,
            "File '\(file)' is an answer that tells of an error\(code.map { " (\($0))" } ?? ""); expected records. "
                + "Repeat the download, and keep the answer only when it succeeds."
        )
    }

    /// - Parameter keepsRecords: Whether the records before that place are stored.
    static func malformed(file: String, _ error: JSONError, keepsRecords: Bool) -> IngestionError {
        IngestionError(
            .malformed,
            file: file,
            "File '\(file)' cannot be read further: \(error.description) "
                + (keepsRecords
                    ? "Records before that place are kept; download the file again for the others."
                    : "Nothing of it is stored; download the file again.")
        )
    }

    static func ambiguousList(file: String) -> IngestionError {
        IngestionError(
            .ambiguousList,
            file: file,
            "Header of '\(file)' fits a list of licence holders and a directory; expected a licence column, "
                + "or only Username, Display name and Email, or no Username. "
                + "Say which it is: \(InputFormat.licensedUsersCSV.rawValue) or \(InputFormat.entraUsersCSV.rawValue)."
        )
    }

    static func undatedLists(files: [String], format: InputFormat) -> IngestionError {
        IngestionError(
            .undatedLists,
            file: files.first ?? "",
            "Files \(files.map { "'\($0)'" }.joined(separator: ", ")) are different lists of format "
                + "\(format.rawValue) without a date inside, so which is older is unknown. "
                + "Load them one by one, each with the day it speaks of."
        )
    }

    static func rejectedRow(file: String, line: Int?, position: Int, reason: String) -> IngestionError {
        let place = line.map { "line \($0)" } ?? "record \(position)"
        return IngestionError(
            .rejectedRow,
            file: file,
            "Record \(position) on \(place) of '\(file)' cannot be read, and the load was asked to stop there: \(reason)"
        )
    }
}
