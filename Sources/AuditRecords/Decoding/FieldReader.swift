import UsageFormats

/// Reads members of an object as the type that their place expects; what does not fit is left for `extra`.
struct FieldReader {
    private let document: JSONDocument

    init(_ document: JSONDocument) { self.document = document }

    /// Text; empty when missing, null or not text.
    func text<Field>(
        _ node: JSONNode?,
        _ members: inout ObjectMembers<Field>,
        _ batch: inout AuditBatch
    ) -> TextSlice {
        guard let node else { return .empty }
        switch document.kind(node) {
        case .string:
            if let text = document.text(node, in: &batch.text) { return text }
            keep(node, &members, &batch, .unstorableText)
        case .null: break
        default: keep(node, &members, &batch, .unexpectedType)
        }
        return .empty
    }

    /// Text, or a number as its text.
    func textOrNumber<Field>(
        _ node: JSONNode?,
        _ members: inout ObjectMembers<Field>,
        _ batch: inout AuditBatch
    ) -> TextSlice {
        guard let node else { return .empty }
        switch document.kind(node) {
        case .integer, .real: return document.raw(node)
        default: return text(node, &members, &batch)
        }
    }

    /// An integer, as a number or as its text.
    func integer<Field>(
        _ node: JSONNode?,
        _ members: inout ObjectMembers<Field>,
        _ batch: inout AuditBatch
    ) -> Int64? {
        guard let node else { return nil }
        if let number = number(node, in: batch.text) { return number }
        if !document.isEmptyValue(node, in: batch.text) { keep(node, &members, &batch, .unexpectedType) }
        return nil
    }

    /// An integer, as a number or as its text, without regard to what it is otherwise.
    func number(_ node: JSONNode, in arena: borrowing TextArena) -> Int64? {
        switch document.kind(node) {
        case .integer: return document.integer(node, in: arena)
        case .string:
            let text = arena.withBytes(of: document.raw(node)) {
                String(decoding: $0.dropFirst().dropLast(), as: UTF8.self)
            }
            // Text such as 007 says more than the number.
            return Int64(text).flatMap { String($0) == text ? $0 : nil }
        default: return nil
        }
    }

    /// A truth value, also as text.
    func flag<Field>(
        _ node: JSONNode?,
        _ members: inout ObjectMembers<Field>,
        _ batch: inout AuditBatch
    ) -> Bool? {
        guard let node else { return nil }
        switch document.kind(node) {
        case .true: return true
        case .false: return false
        case .null: return nil
        case .string:
            let slice = text(node, &members, &batch)
            if slice.isEmpty { return nil }
            switch batch.text.string(slice).lowercased() {
            case "true": return true
            case "false": return false
            default:
                keep(node, &members, &batch, .unexpectedType)
                return nil
            }
        default:
            keep(node, &members, &batch, .unexpectedType)
            return nil
        }
    }

    private func keep<Field>(
        _ node: JSONNode,
        _ members: inout ObjectMembers<Field>,
        _ batch: inout AuditBatch,
        _ code: AuditNote.Code
    ) {
        members.keepAsExtra(node)
        batch.note(code, batch.text.string(document.key(node)))
    }
}

extension JSONDocument {
    /// Whether a value says nothing: null, "", {} or [].
    func isEmptyValue(_ node: JSONNode, in arena: borrowing TextArena) -> Bool {
        switch kind(node) {
        case .null: true
        case .string: raw(node).count == 2
        case .object, .array: firstChild(node) == nil
        default: false
        }
    }
}

extension TextArena {
    /// A slice without the blanks at its ends.
    func trimmed(_ slice: TextSlice) -> TextSlice {
        withBytes(of: slice) { bytes in
            var start = 0
            var end = bytes.count
            while start < end, Self.isBlank(bytes[start]) { start += 1 }
            while end > start, Self.isBlank(bytes[end - 1]) { end -= 1 }
            return TextSlice(offset: slice.offset + UInt32(start), count: UInt32(end - start))
        }
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}

extension AuditID {
    /// The id in lower case.
    func foldingCase(in arena: inout TextArena) -> AuditID {
        guard case .text(let slice) = self else { return self }
        let text = arena.string(slice)
        let folded = text.lowercased()
        return folded == text ? self : .text(arena.append(folded))
    }
}
