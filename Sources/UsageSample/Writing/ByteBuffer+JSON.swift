/// How a JSON writer escapes characters that may also stand as they are.
struct JSONStyle: Sendable {
    /// Writes `\/` for a slash.
    var escapesSlashes = false
    /// Writes `\u00e4` for a character outside ASCII.
    var escapesNonASCII = false
}

extension ByteBuffer {
    /// Opens an object, after a comma when it follows another element.
    mutating func openObject() {
        separate()
        bytes.append(UInt8(ascii: "{"))
    }

    /// Closes an object.
    mutating func closeObject() {
        bytes.append(UInt8(ascii: "}"))
    }

    /// Opens an array, after a comma when it follows another element.
    mutating func openArray() {
        separate()
        bytes.append(UInt8(ascii: "["))
    }

    /// Closes an array.
    mutating func closeArray() {
        bytes.append(UInt8(ascii: "]"))
    }

    /// Writes a key, after a comma when it is not the first of its object.
    mutating func key(_ name: StaticString) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        append(name)
        append("\":")
    }

    /// Writes a key that needs no escaping, after a comma when it is not the first of its object.
    mutating func key(text name: String) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        append(text: name)
        append("\":")
    }

    /// Writes a value that is JSON already.
    mutating func raw(text json: String) {
        separate()
        append(text: json)
    }

    /// Writes a value that needs no escaping, such as `true` or a quoted constant.
    mutating func raw(_ literal: StaticString) {
        separate()
        append(literal)
    }

    /// Writes a truth value.
    mutating func value(_ flag: Bool) {
        separate()
        append(flag ? "true" : "false")
    }

    /// Writes an integer.
    mutating func value(_ number: Int) {
        separate()
        append(number)
    }

    /// Writes a GUID as text.
    mutating func value(_ guid: SampleGUID, uppercase: Bool = false) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        append(guid, uppercase: uppercase)
        bytes.append(UInt8(ascii: "\""))
    }

    /// Writes text, escaped in the given style.
    mutating func value(_ text: String, _ style: JSONStyle) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        for scalar in text.unicodeScalars {
            append(escaped: scalar, style)
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func append(escaped scalar: Unicode.Scalar, _ style: JSONStyle) {
        switch scalar {
        case "\"": append("\\\"")
        case "\\": append("\\\\")
        case "/" where style.escapesSlashes: append("\\/")
        case "\n": append("\\n")
        case "\r": append("\\r")
        case "\t": append("\\t")
        case _ where scalar.isASCII && scalar.value >= 32:
            bytes.append(UInt8(truncatingIfNeeded: scalar.value))
        case _ where style.escapesNonASCII || scalar.value < 32:
            for unit in UTF16.encode(scalar) ?? .init() {
                append("\\u")
                let digits = UInt64(unit)
                for shift in [12, 8, 4, 0] as [UInt64] {
                    let digit = UInt8(truncatingIfNeeded: (digits >> shift) & 15)
                    bytes.append(digit < 10 ? 48 + digit : 87 + digit)
                }
            }
        default:
            bytes.append(contentsOf: UTF8.encode(scalar) ?? .init())
        }
    }

    /// A comma, unless this is the first thing in its container or the value of a key.
    private mutating func separate() {
        switch bytes.last {
        case nil, UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: ":"): break
        default: bytes.append(UInt8(ascii: ","))
        }
    }
}
