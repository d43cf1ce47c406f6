import Synchronization
import UsageStore

/// The lists that the files of one call began, so that pages of one download become one list.
final class OpenLists: Sendable {
    /// Files with the same format, day and kind of list are pages of one list.
    struct Key: Hashable, Sendable {
        var format: InputFormat
        var day: Int64
        var kind: ListKind
    }

    private struct State {
        var lists: [Key: Int64] = [:]
        var pages: [Int64: DownloadPages] = [:]
    }

    private let state = Mutex(State())

    init() {}

    func list(for key: Key) -> Int64? { state.withLock { $0.lists[key] } }

    func remember(_ list: Int64, for key: Key) { state.withLock { $0.lists[key] = list } }

    /// The pages of a list in the files so far, and those of one file more.
    func pages(of list: Int64, with pages: DownloadPages) -> DownloadPages {
        state.withLock { state in
            var all = state.pages[list] ?? DownloadPages()
            all.continued.formUnion(pages.continued)
            all.ended.formUnion(pages.ended)
            return all
        }
    }

    func remember(_ pages: DownloadPages, of list: Int64) { state.withLock { $0.pages[list] = pages } }
}
