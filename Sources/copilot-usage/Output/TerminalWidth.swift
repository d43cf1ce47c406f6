#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// How wide the terminal is.
enum TerminalWidth {
    /// Columns of the terminal; nil when standard output is none, where nothing is cut.
    static var current: Int? { columns(of: STDOUT_FILENO) }

    /// The same for standard error.
    static var ofStandardError: Int? { columns(of: STDERR_FILENO) }

    private static func columns(of descriptor: Int32) -> Int? {
        guard isatty(descriptor) == 1 else { return nil }
        var size = winsize()
        guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
        return Int(size.ws_col)
    }
}
