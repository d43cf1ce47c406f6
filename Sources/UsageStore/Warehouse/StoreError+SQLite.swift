import GRDB

extension StoreError {
    /// Restates an error of the database library, without statements' arguments.
    static func wrapping(_ error: any Error, file: String) -> any Error {
        guard let error = error as? DatabaseError else { return error }
        let code = error.extendedResultCode.rawValue
        let message = error.message ?? "unknown error"
        switch error.resultCode {
        case .SQLITE_BUSY, .SQLITE_LOCKED:
            return StoreError(
                .busy,
                "Database '\(file)' is held by another writer (\(message)), and was not free within "
                    + "\(Int(UsageWarehouse.longestWait)) seconds. Try again when it has finished.",
                resultCode: code
            )
        case .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_PERM:
            return StoreError(
                .openFailed,
                "Database '\(file)' cannot be opened for writing (\(message)). Check the path and its permissions; "
                    + "questions, too, write companion files beside it, so copy it to a folder that you may write.",
                resultCode: code
            )
        case .SQLITE_NOTADB:
            return StoreError(
                .notAWarehouse,
                "File '\(file)' is not an SQLite database (\(message)). Name another file.",
                resultCode: code
            )
        case .SQLITE_FULL:
            return StoreError(
                .diskFull,
                "There is no room to write database '\(file)' (\(message)). What was committed before stays. "
                    + "Make room on its disk, and repeat the command.",
                resultCode: code
            )
        case .SQLITE_IOERR:
            return StoreError(
                .inputOutput,
                "Reading or writing database '\(file)' failed (\(message)). What was committed before stays. "
                    + "Check the disk, its free room and limits, and repeat the command.",
                resultCode: code
            )
        case .SQLITE_CORRUPT:
            return StoreError(
                .damaged,
                "Database '\(file)' is damaged or cut off (\(message)). "
                    + "Restore it from a backup, or load all exports into a new one.",
                resultCode: code
            )
        default:
            return StoreError(.sqlite, "SQLite failed on '\(file)': \(message).", resultCode: code)
        }
    }
}
