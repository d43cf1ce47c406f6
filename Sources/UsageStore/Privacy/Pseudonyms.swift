/// Tokens in the place of names, ids, addresses and texts, under a key that is thrown away.
///
/// Equal values get equal tokens in whatever column they stand; values that differ only in the case of their letters get
/// tokens that differ only in case, so that what is equal when folded stays so. Forms stay: a user principal name has
/// an at sign, an object id is a GUID, an address has the parts that it had.
struct Pseudonyms: Sendable {
    let key: IdentityKey

    init() { key = IdentityKey(bytes: IdentityKey.randomBytes()) }

    /// Twelve letters, in lower case for a folded text.
    func word(_ text: String) -> String {
        let folded = ReceivedIdentity.folded(text)
        let letters = key.hash("word:" + folded).bytes.prefix(6).flatMap { [$0 >> 4, $0 & 15] }
            .map { Character(UnicodeScalar(UInt8(ascii: "a") + $0)) }
        guard folded != text else { return String(letters) }
        let spelling = key.hash("spelling:" + text).bytes
        let bits = UInt16(spelling[0]) << 8 | UInt16(spelling[1])
        let spelled = letters.enumerated().map {
            bits >> $0.offset & 1 == 1 ? $0.element.uppercased() : "\($0.element)"
        }
        // At least one letter tells that it is another spelling.
        let first = String(letters[0]).uppercased()
        return (bits & 0xFFF == 0 ? [first] + spelled.dropFirst() : spelled).joined()
    }

    /// A user principal name or mail address; what belongs to no person stays.
    func name(_ text: String) -> String {
        let folded = ReceivedIdentity.folded(text)
        guard !folded.isEmpty, !Self.isSystem(folded) else { return text }
        if ReceivedIdentity.isObjectID(folded) { return guid(text) }
        if folded.hasPrefix("serviceprincipal_") { return identifier(text) }
        guard let at = text.lastIndex(of: "@") else { return word(text) }
        let domain = word(String(text[text.index(after: at)...])) + ".invalid"
        return word(text) + (folded.contains("#ext#") ? "#ext#@" : "@") + domain
    }

    private static func isSystem(_ folded: String) -> Bool {
        ["not available", "__null__", "system"].contains(folded)
            || ["app@sharepoint", "sharepoint\\", "nt authority\\"].contains { folded.hasPrefix($0) }
    }

    /// A GUID, in the case of the letters of the original.
    func guid(_ text: String) -> String {
        let token = key.hash("guid:" + text.lowercased()).objectToken
        if text == text.lowercased() { return token }
        if text == text.uppercased() { return token.uppercased() }
        guard let letter = token.firstIndex(where: \.isLetter) else { return token }
        return token[..<letter] + token[letter].uppercased() + token[token.index(after: letter)...]
    }

    /// An identity text: its kind, and what follows the colon.
    func identity(_ text: String) -> String {
        guard let colon = text.firstIndex(of: ":") else { return free(text) }
        let rest = String(text[text.index(after: colon)...])
        return switch text[...colon] {
        case "object:": "object:" + guid(rest)
        case "upn:": "upn:" + name(rest)
        default: "account:" + word(rest)
        }
    }

    /// What `users` shows as a name: a name, an object id, or the identity text where neither is known.
    func shownName(_ text: String) -> String {
        ["object:", "account:", "upn:"].contains { text.hasPrefix($0) } ? identity(text) : name(text)
    }

    /// Any text by what it looks like.
    func free(_ text: String) -> String {
        let folded = ReceivedIdentity.folded(text)
        if folded.isEmpty || PublicWords.values.contains(folded) { return text }
        if ReceivedIdentity.isObjectID(folded), folded.utf8.count == text.utf8.count { return guid(text) }
        if folded.hasPrefix("http://") || folded.hasPrefix("https://") { return address(text) }
        if folded.hasPrefix("{") || folded.hasPrefix("[") { return json(text) }
        if folded.hasPrefix("19:") { return "19:" + word(text) + "@thread.v2" }
        return folded.contains("@") && !folded.contains(" ") ? name(text) : word(text)
    }

    /// The address of a page or file: scheme, and a token for the host and each part of the path.
    func address(_ text: String) -> String {
        guard let scheme = text.firstRange(of: "://") else { return free(text) }
        let rest = text[scheme.upperBound...]
        let end = rest.firstIndex { $0 == "?" || $0 == "#" } ?? rest.endIndex
        let parts = rest[..<end].split(separator: "/", omittingEmptySubsequences: false).enumerated().map {
            place,
            part in
            let part = String(part)
            if part.isEmpty || place > 0 && PublicWords.pathParts.contains(part.lowercased()) { return part }
            return place == 0 ? word(part) + ".invalid" : word(part)
        }
        let query = end < rest.endIndex ? "?" + word(String(rest[end...])) : ""
        return text[..<scheme.upperBound] + parts.joined(separator: "/") + query
    }

    /// The id of an agent or of a part of the platform: words of the platform and separators stay.
    func identifier(_ text: String) -> String {
        var result = ""
        var word = ""
        func flush() {
            guard !word.isEmpty else { return }
            let isPublic = PublicWords.idParts.contains(word.lowercased())
            result += isPublic ? word : self.word(word)
            word = ""
        }
        var rest = text[...]
        while let character = rest.first {
            let next = String(rest.prefix(36))
            if word.isEmpty, ReceivedIdentity.isObjectID(next.lowercased()) {
                result += guid(next)
                rest = rest.dropFirst(36)
                continue
            }
            rest.removeFirst()
            if "._-/:, ".contains(character) {
                flush()
                result.append(character)
            } else {
                word.append(character)
            }
        }
        flush()
        return result
    }

    /// Names joined with `; `.
    func list(_ text: String) -> String {
        text.split(separator: "; ", omittingEmptySubsequences: false).map { free(String($0)) }.sorted()
            .joined(separator: "; ")
    }

    /// A network address, one that is reserved for documents.
    func networkAddress(_ text: String) -> String {
        let digits = IdentityHash.hexadecimal(key.hash("address:" + text).bytes.prefix(8))
        return "2001:db8:"
            + stride(from: 0, to: 16, by: 4).map { String(digits.dropFirst($0).prefix(4)) }
            .joined(separator: ":")
    }

    /// The name of a file; standard input stays.
    func fileName(_ text: String) -> String { text == "-" ? text : word(text) + ".file" }

    /// JSON with tokens for its texts and 0 for its numbers; names of members stay where they are plain words.
    func json(_ text: String) -> String {
        guard let first = text.first(where: { !$0.isWhitespace }), "{[".contains(first) else { return free(text) }
        return PseudonymousJSON(self).rewritten(text)
    }
}

/// Words that tell nothing of a tenant or a person.
enum PublicWords {
    /// Parts of paths by which the kind of a site is known.
    static let pathParts: Set<String> = [
        "sites", "teams", "personal", "documents", "shared%20documents", "l", "message",
    ]

    /// Parts of ids of agents and of the platform.
    static let idParts: Set<String> = [
        "analyst", "autonomous", "bizchat", "codexchat", "copilot", "copilotstudio", "coworkchat", "creategpt",
        "customagent", "customengine", "declarative", "declarativeagent", "declarativecopilot", "default", "designer",
        "m365copilot", "microsoft365copilot", "microsoftcopilot", "p", "researcher", "serviceprincipal",
        "sharepointagents", "spo", "studio", "system", "t", "teamstoolkit", "u", "webchat",
    ]

    /// Whole values: agents and plug-ins of Microsoft, and words of the platform.
    static let values: Set<String> = [
        "active", "all users", "analyst", "bingwebsearch", "builtin", "copilot", "copilot cowork", "copilot studio",
        "enterprisesearch", "false", "inactive", "microsoft", "microsoft 365 copilot", "no", "none", "researcher",
        "sharepoint", "succeeded", "true", "visual creator", "yes",
    ]
}
