import UsageFormats

/// A list of agents, as the admin center exports it, with any choice of columns.
public struct AgentsLayout: ListLayout, Hashable {
    /// The admin center's list of agents.
    public static let formats = ["agents-csv"]

    /// What rows need.
    public static let expectation = "columns Title ID and Name"

    /// The titles of the columns, trimmed.
    public var titles: [String] { header.titles }

    /// The admin center's list of agents.
    public var format: String { "agents-csv" }

    /// A list of agents without a day.
    public var contents: ListContents { ListContents(subjects: .agents) }

    private let header: HeaderCells
    private let titleID: Int
    private let name: Int?
    private let created: Int?
    private let updated: Int?
    private let createdBy: Int?
    private let createdIn: Int?

    /// Reads a header; nil when it lacks the columns that tell agents apart.
    ///
    /// - Parameter isForced: Whether the caller says that it is one, so that a column with title ids is enough.
    public init?(header titles: [String], isForced: Bool = false) {
        header = HeaderCells(titles)
        guard let titleID = header.column(["titleid"]) else { return nil }
        self.titleID = titleID
        name = header.column(["name", "agentname"])
        guard name != nil || isForced else { return nil }
        created = header.column(["datecreated"])
        updated = header.column(["lastupdated", "lastmodified"])
        createdBy = header.column(["createdby"])
        createdIn = header.column(["createdin"])
    }

    /// Reads the trimmed cells of a row, of which some things were noted already.
    public func row(_ cells: [String], notes: [ListNote]) throws(ListRejection) -> ListRowResult {
        var notes = notes
        var agent = ListedAgent()
        agent.titleID = ListCells.cell(titleID, of: cells)
        guard !agent.titleID.isEmpty else {
            throw ListRejection(
                code: .missingTitleID,
                description: "The row has no title id; expected one, as it tells agents apart."
            )
        }
        agent.name = filled(name, cells)
        agent.createdBy = filled(createdBy, cells)
        agent.createdIn = filled(createdIn, cells)
        var known = Set([titleID, name, createdBy, createdIn].compactMap(\.self))
        agent.createdDay = day(created, cells, &known, &notes)
        agent.updatedDay = day(updated, cells, &known, &notes)
        var attributes = JSONObjectText()
        attributes.add(cells, titles: titles, except: known)
        agent.attributes = attributes.text
        return .agent(agent, notes: notes)
    }

    private func filled(_ column: Int?, _ cells: [String]) -> String? {
        let cell = ListCells.cell(column, of: cells)
        return cell.isEmpty ? nil : cell
    }

    /// The day in a column; a cell that says more than a day remains for the attributes.
    private func day(
        _ column: Int?,
        _ cells: [String],
        _ known: inout Set<Int>,
        _ notes: inout [ListNote]
    ) -> Int? {
        guard let column, let cell = filled(column, cells) else { return nil }
        guard let instant = DateText.instant(cell) else {
            notes.note(.unreadableDate)
            return nil
        }
        if instant.isDateOnly { known.insert(column) }
        return instant.dayNumber
    }
}
