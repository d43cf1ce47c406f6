#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// An open file descriptor, closed exactly once: when the last reference goes away.
final class OpenFile {
    private let descriptor: Int32
    private let name: String
    private let closesWhenDone: Bool
    private var position: Int64 = 0
    private let beginning: stat

    /// The size in bytes, if the descriptor is a regular file.
    let byteCount: Int64?

    /// Opens the file at `path` for reading.
    init(path: String) throws(InputError) {
        var descriptor: Int32
        repeat {
            descriptor = open(path, O_RDONLY | O_CLOEXEC)
        } while descriptor < 0 && errno == EINTR
        if descriptor < 0 { throw .opening(path, systemError: errno) }
        self.descriptor = descriptor
        name = path
        closesWhenDone = true
        beginning = Self.information(descriptor)
        let kind = beginning.st_mode & S_IFMT
        byteCount = kind == S_IFREG ? Int64(beginning.st_size) : nil
        // A folder can be opened; only reading it fails, with a message that helps nobody.
        if kind == S_IFDIR { throw .directory(path) }
        #if os(Linux)
            // Advice only: a pipe or an odd file system may refuse it.
            _ = posix_fadvise(descriptor, 0, 0, POSIX_FADV_SEQUENTIAL)
        #endif
    }

    /// Reads standard input, which belongs to the process and stays open.
    init(standardInputNamed name: String) {
        descriptor = STDIN_FILENO
        self.name = name
        closesWhenDone = false
        beginning = Self.information(STDIN_FILENO)
        byteCount = beginning.st_mode & S_IFMT == S_IFREG ? Int64(beginning.st_size) : nil
    }

    private static func information(_ descriptor: Int32) -> stat {
        var information = stat()
        return fstat(descriptor, &information) == 0 ? information : stat()
    }

    /// Whether the file is another than when it was opened: what was read may be half of one and half of the other.
    private var hasChanged: Bool {
        guard byteCount != nil else { return false }
        let now = Self.information(descriptor)
        guard now.st_size == beginning.st_size else { return true }
        #if canImport(Darwin)
            let (before, after) = (beginning.st_mtimespec, now.st_mtimespec)
        #else
            let (before, after) = (beginning.st_mtim, now.st_mtim)
        #endif
        return before.tv_sec != after.tv_sec || before.tv_nsec != after.tv_nsec
    }

    deinit {
        if closesWhenDone { close(descriptor) }
    }

    /// Reads up to `buffer.count` bytes and returns how many came; 0 means the end of a file that stayed as it was.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws(InputError) -> Int {
        while true {
            #if canImport(Glibc)
                let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
            #elseif canImport(Musl)
                let count = Musl.read(descriptor, buffer.baseAddress, buffer.count)
            #else
                let count = Darwin.read(descriptor, buffer.baseAddress, buffer.count)
            #endif
            if count >= 0 {
                position += Int64(count)
                if count == 0, hasChanged { throw .changed(name, at: position) }
                return count
            }
            if errno != EINTR { throw .reading(name, at: position, systemError: errno) }
        }
    }
}
