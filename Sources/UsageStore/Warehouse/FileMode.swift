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

    /// What tells one file from another, whatever their names.
    struct Identity: Sendable, Equatable { var device, number: UInt64 }

    /// The identity of the file that a path leads to; nil where there is none.
    static func identity(of path: String) -> Identity? {
        var status = stat()
        return stat(path, &status) == 0 ? Identity(status) : nil
    }

    /// The identity of an open file.
    static func identity(of descriptor: Int32) -> Identity? {
        var status = stat()
        return fstat(descriptor, &status) == 0 ? Identity(status) : nil
    }

    /// The absolute path of a file without links; nil where there is none.
    static func resolved(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    /// Removes a file; one that is not there is fine.
    static func remove(_ path: String) { unlink(path) }

    /// Gives a file another name.
    static func rename(_ path: String, to name: String) throws(StoreError) {
        guard systemRename(path, name) != 0 else { return }
        let reason = String(cString: strerror(errno))
        throw StoreError(
            .openFailed,
            "File '\(path)' cannot be renamed to '\(name)': \(reason). Check that its folder can be written."
        )
    }

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

extension FileMode.Identity {
    fileprivate init(_ status: stat) {
        self.init(device: UInt64(truncatingIfNeeded: status.st_dev), number: UInt64(status.st_ino))
    }
}

/// The system's function, which has the name of ours.
private func systemRename(_ path: String, _ name: String) -> Int32 { rename(path, name) }
