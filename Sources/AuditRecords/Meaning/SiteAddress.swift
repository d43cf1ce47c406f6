/// The parts of an http(s) address in lower case that tell its site; valid while the bytes of the address are.
struct SiteAddress {
    /// Scheme, host, and two path segments below `sites`, `teams` or `personal`.
    let key: [UInt8]
    private let host: Slice<UnsafeBufferPointer<UInt8>>

    init?(_ address: UnsafeBufferPointer<UInt8>) {
        let schemes: [StaticString] = ["https://", "http://"]
        guard let scheme = schemes.first(where: { address.starts(with: $0) }) else { return nil }
        let ends = [UInt8(ascii: "?"), UInt8(ascii: "#")]
        let rest = address.dropFirst(scheme.utf8CodeUnitCount).prefix { !ends.contains($0) }
        let segments = rest.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: true)
        guard let host = segments.first, host.startIndex == rest.startIndex else { return nil }
        self.host = host
        var key = Array(address.prefix(scheme.utf8CodeUnitCount)) + host
        let path = segments.dropFirst()
        let places: [StaticString] = ["sites", "teams", "personal"]
        if let first = path.first,
            places.contains(where: { $0.utf8CodeUnitCount == first.count && first.starts(with: $0) })
        {
            for segment in path.prefix(2) { key += [UInt8(ascii: "/")] + segment }
        }
        self.key = key
    }

    /// What kind of site the host tells.
    var kind: ResourceKeys.SiteKind {
        if host.contains("-my.sharepoint") { return .oneDrive }
        if host.contains(".sharepoint.") { return .sharePoint }
        if host.contains("outlook.") { return .exchange }
        if host.contains("teams.") { return .teams }
        return .web
    }
}

extension Collection<UInt8> {
    /// Whether the bytes begin with an ASCII text.
    fileprivate func starts(with text: StaticString) -> Bool {
        starts(with: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    /// Whether an ASCII text is among the bytes.
    fileprivate func contains(_ text: StaticString) -> Bool {
        indices.contains { self[$0...].starts(with: text) }
    }
}
