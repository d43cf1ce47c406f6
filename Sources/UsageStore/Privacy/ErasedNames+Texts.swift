extension ErasedNames {
    /// The text without names and ids of erased people, nil when it has none.
    ///
    /// Found are the text as a whole, addresses, GUIDs, and names as addresses of personal sites spell them, in any
    /// case and also with escapes for the web; in JSON in each of its texts.
    func scrubbed(_ text: String) -> String? {
        if let whole = scrubbedWhole(text) { return whole }
        let first = text.utf8.first { $0 > 0x20 }
        let isJSON = ["{", "[", "\""].contains { first == UInt8(ascii: $0) }
        return isJSON ? scrubbedJSON(text) : scrubbedWords(text)
    }

    /// The same for UTF-8 bytes.
    func scrubbed(_ bytes: [UInt8]) -> [UInt8]? {
        scrubbed(String(decoding: bytes, as: UTF8.self)).map { Array($0.utf8) }
    }

    /// Whether a text holds a name or id of an erased person.
    func mentions(_ text: String) -> Bool { scrubbed(text) != nil || scrubbedWords(text) != nil || hasCell(text) }

    /// Whether a cell of a table is the name of an erased person.
    private func hasCell(_ text: String) -> Bool {
        text.split { ",;\t\r\n\"|".contains($0) }.contains { scrubbedWhole(String($0)) != nil }
    }

    private func scrubbedWhole(_ text: String) -> String? {
        guard text.utf8.count <= 256 else { return nil }
        let folded = ReceivedIdentity.folded(text)
        guard let entry = entry(folded) else { return nil }
        return spelled(text) { token($0, of: folded, entry.kind) }
    }

    private func token(_ hash: IdentityHash, of folded: String, _ kind: Kind) -> String {
        if ReceivedIdentity.isObjectID(folded) { return hash.objectToken }
        if folded.contains("@") { return hash.nameToken(isGuest: folded.contains("#ext#")) }
        return kind == .text && !folded.contains(" ") && folded.contains("_") ? hash.siteToken : hash.textToken
    }

    // MARK: - JSON

    /// Scrubs the text of each string of JSON, names of members included.
    private func scrubbedJSON(_ text: String) -> String? {
        var result: [UInt8] = []
        var isChanged = false
        let bytes = Array(text.utf8)
        var position = 0
        while position < bytes.count {
            guard bytes[position] == UInt8(ascii: "\"") else {
                result.append(bytes[position])
                position += 1
                continue
            }
            var end = position + 1
            while end < bytes.count, bytes[end] != UInt8(ascii: "\"") {
                end += bytes[end] == UInt8(ascii: "\\") ? 2 : 1
            }
            end = min(end, bytes.count)
            let literal = bytes[(position + 1)..<end]
            if let scrubbed = scrubbed(JSONLiteral.text(of: literal)) {
                result += Array("\"".utf8) + JSONLiteral.literal(of: scrubbed)
                isChanged = true
            } else {
                result.append(UInt8(ascii: "\""))
                result += literal
            }
            if end < bytes.count { result.append(UInt8(ascii: "\"")) }
            position = end + 1
        }
        return isChanged ? String(decoding: result, as: UTF8.self) : nil
    }

    // MARK: - Words

    /// Scrubs addresses, GUIDs and site names within a text.
    private func scrubbedWords(_ text: String) -> String? {
        var result: [UInt8] = []
        var isChanged = false
        let bytes = Array(text.utf8)
        var position = 0
        while position < bytes.count {
            let start = position
            while position < bytes.count, Self.isWordByte(bytes[position]) { position += 1 }
            let word = bytes[start..<position]
            if let scrubbed = scrubbedWord(word) {
                result += scrubbed
                isChanged = true
            } else {
                result += word
            }
            if position < bytes.count { result.append(bytes[position]) }
            position += 1
        }
        return isChanged ? String(decoding: result, as: UTF8.self) : nil
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...0xFF:
            true
        default: ".@_-+%#'!~".utf8.contains(byte)
        }
    }

    private func scrubbedWord(_ word: ArraySlice<UInt8>) -> [UInt8]? {
        let mayHoldName = word.contains {
            $0 == UInt8(ascii: "@") || $0 == UInt8(ascii: "%") || $0 == UInt8(ascii: "_")
        }
        guard mayHoldName && word.count > 2 || word.count >= 32 else { return nil }
        if mayHoldName, let scrubbed = scrubbedAddress(word) { return scrubbed }
        var result: [UInt8] = []
        var isChanged = false
        var position = word.startIndex
        while position < word.endIndex {
            let start = position
            while position < word.endIndex, Self.isPartByte(word[position]) { position += 1 }
            let part = word[start..<position]
            if let scrubbed = scrubbedPart(part) {
                result += scrubbed
                isChanged = true
            } else {
                result += part
            }
            if position < word.endIndex { result.append(word[position]) }
            position += 1
        }
        return isChanged ? result : nil
    }

    private static func isPartByte(_ byte: UInt8) -> Bool {
        isWordByte(byte) && !".@%+#'!~".utf8.contains(byte)
    }

    /// An address, with an escaped at sign or punctuation around it.
    private func scrubbedAddress(_ word: ArraySlice<UInt8>) -> [UInt8]? {
        let marks = Array(".'-_!~%#+".utf8)
        let trimmed = word.drop { marks.contains($0) }
        guard let last = trimmed.lastIndex(where: { !marks.contains($0) }) else { return nil }
        let core = FileEnding.removed(from: trimmed[...last])
        let text = WebEscapes.removed(from: core)
        let folded = ReceivedIdentity.folded(text)
        guard let entry = entry(folded) else { return nil }
        let token = spelled(text) { self.token($0, of: folded, entry.kind) }
        return word[..<core.startIndex] + Array(token.utf8) + word[core.endIndex...]
    }

    /// A site name, or GUIDs with and without dashes.
    private func scrubbedPart(_ part: ArraySlice<UInt8>) -> [UInt8]? {
        guard part.count > 2 else { return nil }
        if part.contains(UInt8(ascii: "_")) {
            let text = String(decoding: part, as: UTF8.self)
            let folded = text.lowercased()
            if let entry = entry(folded) { return Array(spelled(text) { token($0, of: folded, entry.kind) }.utf8) }
        }
        guard part.count >= 32 else { return nil }
        var result: [UInt8] = []
        var isChanged = false
        var position = part.startIndex
        while position < part.endIndex {
            if let (scrubbed, count) = scrubbedGUID(part[position...]) {
                result += scrubbed
                isChanged = true
                position += count
            } else {
                result.append(part[position])
                position += 1
            }
        }
        return isChanged ? result : nil
    }

    private func scrubbedGUID(_ bytes: ArraySlice<UInt8>) -> (scrubbed: [UInt8], count: Int)? {
        for count in [36, 32] where bytes.count >= count {
            let text = String(decoding: bytes.prefix(count), as: UTF8.self)
            let folded = text.lowercased()
            let dashed = count == 36 ? folded : GUIDForm.dashed(folded)
            guard ReceivedIdentity.isObjectID(dashed), entry(dashed) != nil else { continue }
            let token = key.hash(dashed).objectToken
            let spelled = text == folded ? token : token.uppercased()
            return (Array((count == 36 ? spelled : spelled.replacing("-", with: "")).utf8), count)
        }
        return nil
    }
}
