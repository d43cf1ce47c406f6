#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Makes new warehouse files readable by their owner only: they tell who asked what of which document.
enum FileMode {
    static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

    /// Removes a file; one that is not there is fine.
    static func remove(_ path: String) { unlink(path) }

    /// Creates an empty file with mode 0600; SQLite gives its companion files the same mode.
    static func createPrivate(_ path: String) throws(StoreError) {
        let descriptor = open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
        if descriptor >= 0 {
            close(descriptor)
        } else if errno != EEXIST {
            let reason = String(cString: strerror(errno))
            throw StoreError(
                .openFailed,
                "Database '\(path)' cannot be created: \(reason). Check that its folder exists and can be written."
            )
        }
    }
}
