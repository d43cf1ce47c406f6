/// An error of the warehouse file: what failed, where, and what to do.
///
/// The description never shows user names, record contents or bound values.
public struct StoreError: Error, Sendable, Equatable, CustomStringConvertible {
    /// What kind of failure it is; switch on it.
    public struct Code: Sendable, Hashable, CustomStringConvertible {
        private enum Kind: String {
            case openFailed, notAWarehouse, newerSchema, foreignSchema, migrationFailed, damaged, missingFile
            case diskFull, inputOutput, busy, sqlite, badRow
        }
        private let kind: Kind

        /// The file could not be opened or created.
        public static let openFailed = Code(kind: .openFailed)
        /// The file is an SQLite database of another program.
        public static let notAWarehouse = Code(kind: .notAWarehouse)
        /// A newer version of this library wrote the file.
        public static let newerSchema = Code(kind: .newerSchema)
        /// The file holds tables, views or triggers that no version of this library makes; nothing of it was run.
        public static let foreignSchema = Code(kind: .foreignSchema)
        /// Pages of the file are missing or broken.
        public static let damaged = Code(kind: .damaged)
        /// The file was removed or replaced while it was in use.
        public static let missingFile = Code(kind: .missingFile)
        /// The disk is full; what was committed before stays.
        public static let diskFull = Code(kind: .diskFull)
        /// The system could not read or write the file; what was committed before stays.
        public static let inputOutput = Code(kind: .inputOutput)
        /// A migration could not be applied; the file is as it was before.
        public static let migrationFailed = Code(kind: .migrationFailed)
        /// Another writer holds the file.
        public static let busy = Code(kind: .busy)
        /// SQLite reported an error.
        public static let sqlite = Code(kind: .sqlite)
        /// A stored row does not have the shape that the schema promises.
        public static let badRow = Code(kind: .badRow)

        /// The code's name.
        public var description: String { kind.rawValue }
    }

    /// What kind of failure it is.
    public let code: Code

    /// One or two sentences for people.
    public let description: String

    /// SQLite's extended result code, when SQLite reported the failure.
    public let resultCode: Int32?

    init(_ code: Code, _ description: String, resultCode: Int32? = nil) {
        self.code = code
        self.description = description
        self.resultCode = resultCode
    }
}

extension StoreError {
    static func notAWarehouse(file: String) -> StoreError {
        StoreError(
            .notAWarehouse,
            "File '\(file)' is an SQLite database of another program; expected a Copilot usage warehouse. "
                + "Name another file."
        )
    }

    static func newerSchema(file: String, found: Int, known: Int) -> StoreError {
        StoreError(
            .newerSchema,
            "Database schema of '\(file)' is version \(found) but this build knows up to \(known). "
                + "Upgrade copilot-usage."
        )
    }

    /// - Parameter seen: What the file holds or lacks, such as `holds the trigger 'x', which no version makes`.
    static func foreignSchema(file: String, seen: String) -> StoreError {
        StoreError(
            .foreignSchema,
            "Database '\(file)' \(seen); expected the tables and views of a Copilot usage warehouse, and nothing else. "
                + "Nothing in it was run. What you added yourself, drop with 'sqlite3'; "
                + "in place of a file from others, load the exports into a new one."
        )
    }

    static func missingFile(_ file: String) -> StoreError {
        StoreError(
            .missingFile,
            "Database '\(file)' was removed or replaced while it was in use: what was stored since is not in it. "
                + "Put the file back, or load everything again."
        )
    }
}
