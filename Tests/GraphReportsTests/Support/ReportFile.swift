import UsageFormats

@testable import GraphReports

/// Everything that a reader made of a file.
struct ReportFile {
    var format: ReportFormat
    var tellsDay: Bool
    var rows: [ReportRow] = []
    var notes: [ReportNote: Int] = [:]
    /// What ended the reading too early.
    var failure: JSONError?

    struct NoReport: Error {}

    init(
        _ bytes: [UInt8],
        as declared: ReportFormat? = nil,
        day: Int? = nil,
        limit: Int = 100,
        capacity: Int = 512 << 10
    ) throws {
        let file = try OpenedFile(ByteWindow(.bytes(bytes), capacity: capacity))
        guard let form = ReportForm(file.beginning, declared: declared),
            let reader = form.reader(of: file, defaultRefreshDay: day)
        else { throw NoReport() }
        format = form.format
        tellsDay = form.tellsDay
        do {
            while let rows = try reader.nextRows(limit: limit) { self.rows += rows }
        } catch let error as JSONError {
            failure = error
        }
        notes = reader.notes
    }

    init(_ text: String, as declared: ReportFormat? = nil, day: Int? = nil) throws {
        try self.init(Array(text.utf8), as: declared, day: day)
    }

    var users: [ReportedUser] { rows.compactMap { if case .user(let user, _) = $0 { user } else { nil } } }

    var counts: [ReportedCounts] { rows.compactMap { if case .counts(let counts, _) = $0 { counts } else { nil } } }

    var rejected: [RejectedReportRow] {
        rows.compactMap { if case .rejected(let rejected) = $0 { rejected } else { nil } }
    }

    var rejections: [ReportRejection.Code] { rejected.map(\.reason.code) }

    /// The notes of each row that was read.
    var rowNotes: [[ReportNote.Code]] {
        rows.compactMap {
            switch $0 {
            case .user(_, let notes), .counts(_, let notes): notes.map(\.code)
            case .rejected: nil
            }
        }
    }

    /// The notes that belong to no row, whatever their details.
    var fileNotes: [ReportNote.Code: Int] {
        notes.reduce(into: [:]) { $0[$1.key.code, default: 0] += $1.value }
    }
}

/// The format that a file is recognised as; nil for none.
func recognised(_ text: String) throws -> ReportFormat? {
    ReportForm(try OpenedFile(ByteWindow(.bytes(Array(text.utf8)))).beginning)?.format
}

extension ReportedUser {
    /// The figures of an app; nil when the report has no column for it.
    func activity(_ app: String) -> ReportedActivity? { apps.first { $0.app == app } }
}

extension ReportedCounts {
    /// The figures of an app; nil when the report has no column for it.
    func counts(_ app: String) -> ReportedAppCounts? { apps.first { $0.app == app } }
}

/// Days since 1970-01-01 of a date that exists.
func day(_ text: String) -> Int { DateText.day(text) ?? .min }
