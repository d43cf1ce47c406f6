/// What a warehouse remembers of erased people: enough to know them again, and nothing to tell who they were.
///
/// Every name and id of an erased person has one token in its place, so that a person with several names and ids stays
/// one person, and rows that come again are known.
struct ErasedNames: Sendable {
    /// What an identifier is to its person.
    enum Kind: String, Sendable {
        /// An object id: one person.
        case objectID = "object_id"
        /// A user principal name or a guest's home name.
        case name
        /// A text that only counts within other texts: display name, mail address, personal site.
        case text
    }

    /// What is remembered of one identifier.
    struct Entry: Sendable, Hashable {
        var kind: Kind
        /// `privacy_actions.id` of the erasure.
        var erasure: Int64
    }

    let key: IdentityKey
    private(set) var entries: [IdentityHash: Entry]
    /// The erasures of people whose object id is known.
    private var withObjectID: Set<Int64>

    init(key: IdentityKey, entries: [IdentityHash: Entry]) {
        self.key = key
        self.entries = entries
        withObjectID = Set(entries.values.filter { $0.kind == .objectID }.map(\.erasure))
    }

    mutating func insert(_ hash: IdentityHash, _ entry: Entry) {
        entries[hash] = entry
        if entry.kind == .objectID { withObjectID.insert(entry.erasure) }
    }

    /// What is remembered of a folded name or id.
    func entry(_ folded: String?) -> Entry? {
        guard let folded, !folded.isEmpty else { return nil }
        return entries[key.hash(folded)]
    }

    /// The erasure of the person of whom a row with this identity speaks; nil for everybody else.
    ///
    /// An object id decides. A name decides alone where the row has no object id, and where none of the erased person
    /// is known: the id that comes with the name is taken to be that person's, as it is for anybody known by name
    /// alone. Else the name was given to somebody new.
    func erasure(of identity: ReceivedIdentity) -> Int64? {
        let names = [entry(identity.principalName), entry(identity.guestAlias)].compactMap(\.self)
            .filter { $0.kind != .text || identity.objectID == nil }
        guard let objectID = identity.objectID else {
            return (names.first ?? (identity.principalName == nil ? entry(identity.fallback) : nil))?.erasure
        }
        if let known = entry(objectID) { return known.erasure }
        return names.first { !withObjectID.contains($0.erasure) }?.erasure
    }

    /// The identity with tokens in place of its names and ids.
    func concealed(_ identity: ReceivedIdentity) -> ReceivedIdentity {
        ReceivedIdentity(
            objectID: identity.objectID.map { key.hash($0).objectToken },
            principalName: identity.principalName.map { key.hash($0).nameToken(isGuest: $0.contains("#ext#")) },
            guestAlias: identity.guestAlias.map { key.hash($0).nameToken(isGuest: false) },
            fallback: identity.fallback.isEmpty ? "" : key.hash(identity.fallback).textToken
        )
    }

    /// An account with tokens in place of its values; spellings that differ stay different.
    func concealed(_ account: ReceivedAccount) -> ReceivedAccount {
        ReceivedAccount(
            userID: name(account.userID.isEmpty ? account.userKey : account.userID),
            userKey: account.userKey.isEmpty ? "" : spelled(account.userKey) { $0.textToken },
            userType: account.userType,
            isByPerson: account.isByPerson
        )
    }

    /// The token of a name as received; a guest's stays one.
    private func name(_ text: String) -> String {
        spelled(text) { $0.nameToken(isGuest: ReceivedIdentity.folded(text).contains("#ext#")) }
    }

    /// A token that differs for another spelling of the same name or id, so that what was two values stays two.
    func spelled(_ text: String, _ token: (IdentityHash) -> String) -> String {
        let folded = ReceivedIdentity.folded(text)
        let plain = token(key.hash(folded))
        guard folded != text else { return plain }
        let spelling = IdentityHash.hexadecimal(key.hash("spelling:" + text).bytes.prefix(4))
        return plain.hasPrefix("erased") ? "erased-\(spelling)" + plain.dropFirst(6) : plain + "-\(spelling)"
    }
}
