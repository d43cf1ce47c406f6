#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Lets one load at a time go on in a warehouse, among all processes.
///
/// An empty file beside the warehouse, locked while a load goes on. The system frees the lock when a process dies, so a
/// file that is left behind means nothing. SQLite's own locks would not do: they are held for a transaction, and a load
/// has many.
struct LoadLock: ~Copyable {
    private let path: String
    private let descriptor: Int32

    /// Takes the lock, or waits for it without holding a thread; ends when the task is cancelled.
    static func take(at path: String, onWaiting: () -> Void) async throws -> LoadLock {
        var isTold = false
        while true {
            if let lock = try LoadLock(path) { return lock }
            if !isTold { onWaiting() }
            isTold = true
            try await Task.sleep(for: .milliseconds(100))
        }
    }

    /// Takes the lock; nil when another load has it.
    private init?(_ path: String) throws(StoreError) {
        while true {
            let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
            guard descriptor >= 0 else {
                let reason = String(cString: strerror(errno))
                throw StoreError(
                    .openFailed,
                    "File '\(path)' cannot be made: \(reason). A load writes to the folder of its database; check its permissions."
                )
            }
            let isLocked = flock(descriptor, LOCK_EX | LOCK_NB) == 0
            guard isLocked || errno != EWOULDBLOCK else {
                close(descriptor)
                return nil
            }
            // A load that has just ended removes its file; whoever locked that must not believe that it is alone. Where
            // the file system knows no locks, transactions must do.
            if !isLocked || FileMode.identity(of: descriptor) == FileMode.identity(of: path) {
                self.path = path
                self.descriptor = descriptor
                return
            }
            close(descriptor)
        }
    }

    deinit {
        unlink(path)
        close(descriptor)
    }
}

extension UsageWarehouse {
    /// Runs a load while no other one goes on in the same file, in this process or another.
    ///
    /// A load that was interrupted is then truly over, and may be resumed.
    ///
    /// - Parameters:
    ///   - onWaiting: Called once when another load has to be waited for.
    ///   - body: The load.
    /// - Throws: What `body` throws; ``StoreError`` with code `openFailed` when the folder of the file cannot be written,
    ///   `missingFile` when the file was removed or replaced meanwhile; `CancellationError`.
    public func loadingAlone<Result: Sendable>(
        onWaiting: () -> Void,
        _ body: () async throws -> Result
    ) async throws -> Result {
        guard let openedFile else { return try await body() }
        let lock = try await LoadLock.take(at: openedFile.path + "-loading", onWaiting: onWaiting)
        let result = try await body()
        _ = consume lock
        // SQLite goes on writing to a file that has lost its name.
        guard FileMode.identity(of: openedFile.path) == openedFile.identity else { throw StoreError.missingFile(path) }
        return result
    }
}
