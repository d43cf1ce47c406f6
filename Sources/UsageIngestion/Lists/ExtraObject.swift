import UsageFormats

/// Adds members to the JSON object that keeps what no column holds.
enum ExtraObject {
    /// The object with a member more.
    ///
    /// - Parameters:
    ///   - json: The member's value, which is JSON already.
    ///   - object: The object so far; nil = empty.
    static func adding(json: String, as key: String, to object: String?) -> String {
        let member = JSONString.quoted(key) + ":" + json
        guard let object, object.count > 2, object.hasSuffix("}") else { return "{" + member + "}" }
        return object.dropLast() + "," + member + "}"
    }

    /// The object with a list of texts more.
    static func adding(_ texts: [String], as key: String, to object: String?) -> String {
        adding(json: "[" + texts.map(JSONString.quoted).joined(separator: ",") + "]", as: key, to: object)
    }
}
