/// Who a record or list row speaks of, read from the names and ids in it.
///
/// User principal names compare trimmed and in lower case; object ids are GUIDs in lower case; a user id that is a
/// GUID is an object id, not a name.
public struct ReceivedIdentity: Sendable, Hashable {
    /// Entra object id, lower case.
    public let objectID: String?

    /// User principal name, trimmed and lower case.
    public let principalName: String?

    /// A guest's home name, rebuilt from `name_domain#EXT#@tenant`.
    public let guestAlias: String?

    /// Any other text that tells this account from others.
    let fallback: String

    /// Reads an identity.
    ///
    /// - Parameters:
    ///   - userID: A user principal name, an object id, or another name of an account.
    ///   - key: An object id, or anything else, which then is no identity unless there is no name.
    public init(userID: String, key: String) {
        let name = Self.folded(userID)
        let nameIsID = Self.isObjectID(name)
        let foldedKey = Self.folded(key)
        objectID = Self.isObjectID(foldedKey) ? foldedKey : nameIsID ? name : nil
        principalName = name.isEmpty || nameIsID ? nil : name
        guestAlias = principalName.flatMap(Self.homeName)
        fallback = foldedKey
    }

    init(objectID: String?, principalName: String?, guestAlias: String?, fallback: String) {
        self.objectID = objectID
        self.principalName = principalName
        self.guestAlias = guestAlias
        self.fallback = fallback
    }

    /// The identity as one text: `object:<id>`, `upn:<name>` or `account:<text>`.
    public var text: String {
        if let objectID { return "object:" + objectID }
        if let principalName { return "upn:" + principalName }
        return "account:" + fallback
    }

    /// Trims white space and NUL, and folds case.
    public static func folded(_ text: String) -> String {
        let trimmed = text.drop { $0.isWhitespace || $0 == "\0" }
        guard let end = trimmed.lastIndex(where: { !$0.isWhitespace && $0 != "\0" }) else { return "" }
        return trimmed[...end].lowercased()
    }

    /// Whether a lower-case text is a GUID that identifies something: 8-4-4-4-12 hexadecimal digits, not all zero.
    static func isObjectID(_ text: String) -> Bool {
        let bytes = text.utf8
        guard bytes.count == 36 else { return false }
        var isZero = true
        for (index, byte) in bytes.enumerated() {
            switch index {
            case 8, 13, 18, 23:
                guard byte == UInt8(ascii: "-") else { return false }
            default:
                guard
                    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                        || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
                else { return false }
                if byte != UInt8(ascii: "0") { isZero = false }
            }
        }
        return !isZero
    }

    /// `name_domain.com#ext#@tenant` → `name@domain.com`: the last underscore stood for the at sign.
    static func homeName(of principalName: String) -> String? {
        guard let mark = principalName.firstRange(of: "#ext#") else { return nil }
        let local = principalName[..<mark.lowerBound]
        guard let underscore = local.lastIndex(of: "_"), underscore != local.startIndex else { return nil }
        let domain = local[local.index(after: underscore)...]
        guard !domain.isEmpty else { return nil }
        return "\(local[..<underscore])@\(domain)"
    }
}
