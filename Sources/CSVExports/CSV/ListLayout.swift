public import UsageFormats

/// Which columns a list has, and how a row of them reads.
public protocol ListLayout: ListForm {
    /// Reads a header; nil when it is no list of this form.
    ///
    /// - Parameter isForced: Whether the caller says that it is one, so that the columns that rows need are enough.
    init?(header titles: [String], isForced: Bool)

    /// The titles of the columns, trimmed.
    var titles: [String] { get }

    /// Reads the trimmed cells of a row, of which some things were noted already.
    func row(_ cells: [String], notes: [ListNote]) throws(ListRejection) -> ListRowResult
}

extension ListLayout {
    /// Takes a table whose header fits.
    public init?(_ beginning: FileBeginning, isDeclared: Bool) {
        guard case .rows(_, let header) = beginning else { return nil }
        self.init(header: header, isForced: isDeclared)
    }

    /// Reads the rows below the header.
    public func reader(of file: OpenedFile) -> (any ListReader)? {
        guard case .rows(let reader, _) = file.beginning else { return nil }
        return ListDecoder(reader, layout: self)
    }

    /// Whether the list has a column with the day that it speaks of.
    public var tellsDay: Bool { contents.tellsDay }
}

/// A layout whose rows are people.
public protocol PeopleLayout: ListLayout {
    /// Reads the trimmed cells of a row.
    func person(_ cells: [String], _ notes: inout [ListNote]) throws(ListRejection) -> ListedPerson
}

extension PeopleLayout {
    /// Reads the trimmed cells of a row, of which some things were noted already.
    public func row(_ cells: [String], notes: [ListNote]) throws(ListRejection) -> ListRowResult {
        var notes = notes
        let person = try person(cells, &notes)
        return .person(person, notes: notes)
    }
}
