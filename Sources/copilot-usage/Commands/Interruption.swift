import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Lets SIGINT and SIGTERM cancel what is being done, so that it ends in order; a second one ends the program at once.
enum Interruption {
    private static let isReceived = Atomic(false)

    static func cancelling<Result: Sendable>(
        _ body: @escaping @Sendable () async throws -> Result
    ) async throws -> Result {
        for number in [SIGINT, SIGTERM] {
            signal(number) { number in
                Interruption.isReceived.store(true, ordering: .relaxed)
                signal(number, SIG_DFL)
            }
        }
        // Who reads the messages may go away before the load ends, which goes on.
        signal(SIGPIPE, SIG_IGN)
        let work = Task { try await body() }
        let watch = Task {
            while !isReceived.load(ordering: .relaxed) { try await Task.sleep(for: .milliseconds(50)) }
            StandardError.write("\nStopping; what is committed stays. Once more to stop at once.\n")
            work.cancel()
        }
        defer { watch.cancel() }
        return try await work.value
    }
}
