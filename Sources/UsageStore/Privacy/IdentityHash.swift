import Crypto

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The keyed hash of a name or id: what a warehouse remembers of it, and what the tokens in its place are made of.
struct IdentityHash: Sendable, Hashable {
    /// 16 bytes.
    let bytes: [UInt8]

    /// The first half as text.
    var digits: String { Self.hexadecimal(bytes.prefix(8)) }

    /// A name that belongs to nobody, for its domain is reserved for such; the name of a guest stays one.
    func nameToken(isGuest: Bool) -> String { "erased-\(digits)\(isGuest ? "#ext#" : "")@erased.invalid" }

    /// A token for a name as addresses of personal sites spell it.
    var siteToken: String { "erased_\(digits)_erased_invalid" }

    /// A token for any other text.
    var textToken: String { "erased-\(digits)" }

    /// A token with the form of an object id.
    var objectToken: String {
        let digits = Self.hexadecimal(bytes[...])
        var text = ""
        for (index, digit) in digits.enumerated() {
            if [8, 12, 16, 20].contains(index) { text.append("-") }
            text.append(digit)
        }
        return text
    }

    static func hexadecimal(_ bytes: ArraySlice<UInt8>) -> String {
        let digits = Array("0123456789abcdef")
        return String(bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
    }
}

/// The key under which names and ids are hashed.
struct IdentityKey: Sendable {
    private let key: SymmetricKey

    init(bytes: [UInt8]) { key = SymmetricKey(data: bytes) }

    /// 32 bytes that nobody can guess.
    static func randomBytes() -> [UInt8] { SymmetricKey(size: .bits256).withUnsafeBytes { Array($0) } }

    /// The hash of a text as it is; fold it first where case must not matter.
    func hash(_ text: String) -> IdentityHash {
        var text = text
        return text.withUTF8 { utf8 in
            let code = HMAC<SHA256>.authenticationCode(for: Data(utf8), using: key)
            return IdentityHash(bytes: Array(code.prefix(16)))
        }
    }
}
