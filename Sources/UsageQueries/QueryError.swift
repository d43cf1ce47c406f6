/// An error of a question: what was asked, what was expected, what to do.
///
/// The description shows the names and values of parameters as the caller gave them, never data of the warehouse.
public struct QueryError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What kind of failure it is; switch on it.
    public struct Code: Sendable, Hashable, CustomStringConvertible {
        private enum Kind: String {
            case unknownQuery, unknownParameter, missingParameter, badDay, emptyWindow, badValue, badResult
            case badDefinition
        }
        private let kind: Kind

        /// No question has this name.
        public static let unknownQuery = Code(kind: .unknownQuery)
        /// The question has no parameter of this name.
        public static let unknownParameter = Code(kind: .unknownParameter)
        /// A parameter without default was not given.
        public static let missingParameter = Code(kind: .missingParameter)
        /// A day that is malformed, does not exist or lies outside the calendar.
        public static let badDay = Code(kind: .badDay)
        /// A window whose first day is not before the day after it.
        public static let emptyWindow = Code(kind: .emptyWindow)
        /// A value that is not of the parameter's type.
        public static let badValue = Code(kind: .badValue)
        /// A result that does not have the promised columns.
        public static let badResult = Code(kind: .badResult)
        /// A question's file whose heading cannot be read.
        public static let badDefinition = Code(kind: .badDefinition)

        /// The code's name.
        public var description: String { kind.rawValue }
    }

    /// What kind of failure it is.
    public let code: Code

    /// One or two sentences for people.
    public let description: String

    private init(_ code: Code, _ description: String) {
        self.code = code
        self.description = description
    }
}

extension QueryError {
    static func unknownQuery(_ name: String, nearest: String?) -> QueryError {
        QueryError(.unknownQuery, "Question '\(name)' is not known.\(suggestion(nearest)) List the questions.")
    }

    static func unknownParameter(_ name: String, query: String, nearest: String?, known: [String]) -> QueryError {
        QueryError(
            .unknownParameter,
            "Question '\(query)' has no parameter '\(name)'.\(suggestion(nearest)) "
                + "It has \(known.isEmpty ? "none" : known.joined(separator: ", "))."
        )
    }

    static func missingParameter(_ name: String, query: String) -> QueryError {
        QueryError(.missingParameter, "Parameter '\(name)' of question '\(query)' has no default. Give a value.")
    }

    static func badDay(_ seen: String, parameter: String?) -> QueryError {
        let place = parameter.map { "Parameter '\($0)'" } ?? "A day"
        return QueryError(
            .badDay,
            "\(place) has value '\(seen)'; expected a date that exists, YYYY-MM-DD, "
                + "from \(UsageDay.first) to \(UsageDay.last)."
        )
    }

    static func emptyWindow(from: String, to: String) -> QueryError {
        QueryError(
            .emptyWindow,
            "Window from '\(from)' to '\(to)' has no day; expected the first day to lie before the last one's next. "
                + "The day after the window is not part of it."
        )
    }

    static func badValue(_ seen: String, parameter: String, expected: String) -> QueryError {
        QueryError(.badValue, "Parameter '\(parameter)' has value '\(seen)'; expected \(expected).")
    }

    static func badResult(query: String, column: String, expected: String) -> QueryError {
        QueryError(
            .badResult,
            "Column '\(column)' of question '\(query)' is not \(expected). "
                + "The warehouse was written by another version of this library."
        )
    }

    static func badDefinition(query: String, line: String) -> QueryError {
        QueryError(.badDefinition, "Heading of question '\(query)' has an unreadable line '\(line)'.")
    }

    private static func suggestion(_ nearest: String?) -> String {
        nearest.map { " Did you mean '\($0)'?" } ?? ""
    }
}
