import AuditRecords
import UsageStore

/// The downloads whose pages a file held, told apart by what all pages of one have in common.
struct DownloadPages: Sendable, Hashable {
    /// Downloads of which a page names a next one.
    var continued: Set<String> = []
    /// Downloads of which a page is the last.
    var ended: Set<String> = []

    /// Whether a page names a next one, and the last page of its download is not there.
    var isIncomplete: Bool { !continued.isSubset(of: ended) }

    init() {}

    init(_ notes: [LoadNote: Int64]) {
        for note in notes.keys {
            switch note.code {
            case AuditNote.Code.nextPage.rawValue: continued.insert(note.detail)
            case AuditNote.Code.lastPage.rawValue: ended.insert(note.detail)
            default: break
            }
        }
    }
}
