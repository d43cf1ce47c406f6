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
                "Database '\(file)' is held by another writer (\(message)). Try again when it has finished.",
                resultCode: code
            )
        case .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_PERM:
            return StoreError(
                .openFailed,
                "Database '\(file)' cannot be opened for writing (\(message)). Check the path and its permissions.",
                resultCode: code
            )
        case .SQLITE_NOTADB:
            return StoreError(
                .notAWarehouse,
                "File '\(file)' is not an SQLite database (\(message)). Name another file.",
                resultCode: code
            )
        default:
            return StoreError(.sqlite, "SQLite failed on '\(file)': \(message).", resultCode: code)
        }
    }
}
