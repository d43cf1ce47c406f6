#if canImport(Glibc)
    @preconcurrency import Glibc
#elseif canImport(Musl)
    @preconcurrency import Musl
#elseif canImport(Darwin)
    @preconcurrency import Darwin
#endif

/// Where results go: what cannot be written is an error: half an answer must not pass for one.
enum StandardOutput {
    /// Why a result could not be written.
    struct Failure: Error, CustomStringConvertible {
        let reason: String
        var description: String { "Writing the result failed: \(reason). It is incomplete." }
    }

    /// Makes a write beyond the limit of the shell fail like one to a full disk, instead of ending the program.
    static func acceptFileSizeLimits() { signal(SIGXFSZ, SIG_IGN) }

    /// Writes a text behind all that was printed before.
    static func write(_ text: String) throws(Failure) {
        try finish()
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { systemWrite(STDOUT_FILENO, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw Failure(reason: String(cString: strerror(errno))) }
            rest = rest.dropFirst(count)
        }
    }

    /// Makes sure that all that was printed was written.
    static func finish() throws(Failure) {
        guard fflush(stdout) == 0, ferror(stdout) == 0 else {
            // Who reads the result has seen enough of it.
            guard errno != EPIPE else { return }
            throw Failure(reason: String(cString: strerror(errno)))
        }
    }
}

private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
    write(descriptor, bytes, count)
}
