import Foundation
import UsageFormats

/// Parses bytes as JSON and compares with Foundation: validity, and every value.
///
/// They differ on purpose in five things, which are left out: halves of surrogate pairs, numbers that their types cannot
/// hold, depth, bytes that are not UTF-8 or have a byte order mark, which Foundation tries in other encodings and drops
/// from the start of texts, and a comma before a closing bracket, which Foundation lets pass.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    var arena = TextArena()
    var document = JSONDocument()
    let slice = bytes.withUnsafeBufferPointer { arena.append($0) }
    let isValid = (try? document.parse(slice, in: arena)) != nil
    let seen = isValid ? value(document.root, document, &arena) : nil
    guard String(validating: bytes, as: UTF8.self) != nil, isComparable(bytes) else { return 0 }
    let reference = try? JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)
    guard isValid == (reference != nil) else {
        fatalError("valid here: \(isValid); valid for Foundation: \(reference != nil)")
    }
    if let seen, let reference, !isSame(seen, reference) { fatalError("other values than Foundation's") }
    return 0
}

private indirect enum Value {
    case object([(key: String, value: Value)]), array([Value]), text(String?), number(Double?), bool(Bool), null
}

private func value(_ node: JSONNode, _ document: JSONDocument, _ arena: inout TextArena) -> Value {
    switch document.kind(node) {
    case .string: return .text(document.text(node, in: &arena).map { arena.string($0) })
    case .integer, .real: return .number(document.real(node, in: arena))
    case .true: return .bool(true)
    case .false: return .bool(false)
    case .null: return .null
    case .array: return .array(document.children(node).map { value($0, document, &arena) })
    case .object:
        return .object(
            document.children(node).map { child in
                let key = document.keyText(child, in: &arena).map { arena.string($0) } ?? ""
                return (key, value(child, document, &arena))
            }
        )
    }
}

private func isSame(_ seen: Value, _ reference: Any) -> Bool {
    switch seen {
    case .text(let text): return text == nil || reference as? String == text
    case .number(let number):
        guard let number else { return true }
        guard let other = (reference as? NSNumber)?.doubleValue else { return false }
        return number == other || abs(number - other) <= 1e-12 * abs(number)
    case .bool(let bool): return (reference as? NSNumber)?.boolValue == bool
    case .null: return reference is NSNull
    case .array(let elements):
        guard let others = reference as? [Any], others.count == elements.count else { return false }
        return zip(elements, others).allSatisfy { isSame($0, $1) }
    case .object(let members):
        guard let others = reference as? [String: Any] else { return false }
        // Of a key that comes twice one value is kept; which one is not told.
        let counts = Dictionary(members.map { ($0.key, 1) }, uniquingKeysWith: +)
        return others.count <= counts.count
            && members.allSatisfy { member in
                counts[member.key] ?? 0 > 1 || others[member.key].map { isSame(member.value, $0) } ?? false
            }
    }
}

private func isComparable(_ bytes: [UInt8]) -> Bool {
    var digits = 0
    var depth = 0
    var previous: UInt8 = 0
    var previousMark: UInt8 = 0
    for byte in bytes {
        let isClosing = byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}")
        if isClosing && previousMark == UInt8(ascii: ",") { return false }
        if byte > 0x20 { previousMark = byte }
        switch byte {
        case 0x30...0x39: digits += 1
        case UInt8(ascii: "."): break
        default: digits = 0
        }
        if byte == UInt8(ascii: "[") || byte == UInt8(ascii: "{") { depth += 1 }
        let isExponent = (byte | 0x20) == UInt8(ascii: "e") && (0x30...0x39).contains(previous)
        let isEscapedUnit = byte == UInt8(ascii: "u") && previous == UInt8(ascii: "\\")
        if digits > 15 || depth > 100 || isExponent || isEscapedUnit || byte == 0 { return false }
        previous = byte
    }
    return bytes.firstRange(of: [0xEF, 0xBB, 0xBF]) == nil
}
