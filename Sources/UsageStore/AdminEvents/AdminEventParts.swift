/// A row of `admin_event_changes`.
struct AdminEventChangeRow: BindableRow {
    var eventID: Int64
    var ordinal: Int64
    var source: String
    var propertyName: String?
    var oldValue: String?
    var newValue: String?
    var extra: [UInt8]?

    static let columns = [
        "admin_event_id", "ordinal", "source", "property_name", "old_value", "new_value", "extra",
    ]

    func bind(to statement: BoundStatement, from first: Int32) {
        statement.bind(first, eventID)
        statement.bind(first + 1, ordinal)
        statement.bind(first + 2, text: source)
        statement.bind(first + 3, text: propertyName)
        statement.bind(first + 4, text: oldValue)
        statement.bind(first + 5, text: newValue)
        statement.bind(first + 6, text: extra)
    }
}

/// A row of `admin_event_properties`.
struct AdminEventPropertyRow: BindableRow {
    var eventID: Int64
    var ordinal: Int64
    var source: String
    var name: String
    var value: String?
    var extra: [UInt8]?

    static let columns = ["admin_event_id", "ordinal", "source", "name", "value", "extra"]

    func bind(to statement: BoundStatement, from first: Int32) {
        statement.bind(first, eventID)
        statement.bind(first + 1, ordinal)
        statement.bind(first + 2, text: source)
        statement.bind(first + 3, text: name)
        statement.bind(first + 4, text: value)
        statement.bind(first + 5, text: extra)
    }
}
