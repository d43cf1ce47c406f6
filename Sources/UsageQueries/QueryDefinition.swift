/// What a question asks, takes and returns, as the heading of its SQL file says it.
public struct QueryDefinition: Sendable, Hashable {
    /// The type of a parameter or column.
    public enum ValueType: String, Sendable, Hashable, CaseIterable {
        /// UTF-8 text.
        case text
        /// A whole number.
        case int
        /// A double; ratios lie between 0 and 1.
        case real
        /// A UTC date, `YYYY-MM-DD`.
        case day
        /// A calendar month, `YYYY-MM`.
        case month
        /// A point in time, `YYYY-MM-DDTHH:MM:SSZ`.
        case instant
        /// 0 or 1.
        case flag
    }

    /// A value that a question takes.
    public struct Parameter: Sendable, Hashable {
        /// The name, without colon.
        public let name: String
        /// The type of its values.
        public let type: ValueType
        /// Whether NULL is a value.
        public let isNullable: Bool
        /// The default as text, nil without one; of days it describes the default.
        public let defaultText: String?
        /// The unit, nil where there is none.
        public let unit: String?
        /// What it decides.
        public let meaning: String
    }

    /// A column of the answer.
    public struct Column: Sendable, Hashable {
        /// The name.
        public let name: String
        /// The type of its values.
        public let type: ValueType
        /// Whether it may be NULL: unknown, never 0.
        public let isNullable: Bool
        /// The unit, nil where there is none.
        public let unit: String?
        /// What it says.
        public let meaning: String
    }

    /// Sources of data of which at least one has to be loaded.
    public struct Need: Sendable, Hashable {
        /// Names as in the `source` column of the question `coverage`; any of them will do.
        public let sources: [String]
        /// Whether the question is answered without it, with NULL in some columns.
        public let isOptional: Bool
    }

    /// The question's name.
    public let name: String
    /// The question in words.
    public let question: String
    /// The group to which it belongs.
    public let theme: String
    /// What one row of the answer stands for.
    public let grain: String
    /// The order of the rows, in words.
    public let order: String
    /// The data it takes.
    public let needs: [Need]
    /// Where its definitions come from.
    public let source: String
    /// Its parameters, in order.
    public let parameters: [Parameter]
    /// Its columns, in order.
    public let columns: [Column]
    /// The SQL text, heading included.
    public let sql: String
}
