#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A file that is written from front to back.
struct OutputFile: ~Copyable {
    /// Where the file is.
    let path: String
    /// The bytes written so far.
    private(set) var byteCount = 0
    private let descriptor: Int32

    /// The size from which a buffer is worth a system call.
    static let bufferSize = 1 << 20

    /// Creates the file, or empties it.
    init(path: String) throws(SampleError) {
        self.path = path
        descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
        guard descriptor >= 0 else { throw .cannotWrite(path, reason: OutputFile.lastFailure()) }
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }

    /// Writes what the buffer holds and empties it.
    mutating func write(_ buffer: inout ByteBuffer) throws(SampleError) {
        var written = 0
        while written < buffer.bytes.count {
            let count = buffer.bytes.withUnsafeBytes { bytes in
                #if canImport(Glibc)
                    Glibc.write(descriptor, bytes.baseAddress?.advanced(by: written), bytes.count - written)
                #elseif canImport(Musl)
                    Musl.write(descriptor, bytes.baseAddress?.advanced(by: written), bytes.count - written)
                #elseif canImport(Darwin)
                    Darwin.write(descriptor, bytes.baseAddress?.advanced(by: written), bytes.count - written)
                #endif
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw .cannotWrite(path, reason: OutputFile.lastFailure()) }
            written += count
        }
        byteCount += written
        buffer.clear()
    }

    /// Creates a folder and the folders above it; folders that exist are left alone.
    static func makeDirectory(_ path: String) throws(SampleError) {
        var partial = path.hasPrefix("/") ? "/" : ""
        for component in path.split(separator: "/") {
            partial += component + "/"
            guard mkdir(partial, 0o755) != 0, errno != EEXIST, errno != EISDIR else { continue }
            let reason = lastFailure()
            var status = stat()
            guard stat(partial, &status) == 0 else { throw .cannotCreateDirectory(path, reason: reason) }
        }
    }

    private static func lastFailure() -> String {
        String(cString: strerror(errno))
    }
}
