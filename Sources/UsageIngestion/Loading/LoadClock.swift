#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The time of day, as the ledger records it.
enum LoadClock {
    /// Unix seconds UTC.
    static func now() -> Int64 { Int64(time(nil)) }

    /// The UTC day, days since 1970-01-01.
    static func today() -> Int64 { now() / 86_400 }
}
