import CSVExports
import Synchronization
import UsageStore

/// The lists that the files of one call began, so that pages of one download become one list.
final class OpenLists: Sendable {
    /// Files with the same format and day are pages of one list.
    struct Key: Hashable, Sendable {
        var format: InputFormat
        var day: Int64
    }

    private let lists = Mutex<[Key: Int64]>([:])

    init() {}

    func list(for key: Key) -> Int64? { lists.withLock { $0[key] } }

    func remember(_ list: Int64, for key: Key) { lists.withLock { $0[key] = list } }
}

extension ListContent {
    /// How the store opens the list.
    func header(day: Int64, options: LoadOptions) -> ListHeader {
        switch self {
        case .licenses:
            return ListHeader(
                kind: .licenses(licenseID: ListKind.microsoft365CopilotID),
                dayNumber: day,
                isPartial: options.isPartial,
                acceptsShrink: options.acceptsShrink
            )
        case .directory(let layout):
            var attributes: Set<DirectoryAttribute> = []
            if layout.hasDepartment { attributes.insert(.department) }
            if layout.hasJobTitle { attributes.insert(.jobTitle) }
            if layout.hasAccountEnabled { attributes.insert(.accountEnabled) }
            if layout.hasUserType { attributes.insert(.userType) }
            return ListHeader(
                kind: .directory,
                dayNumber: day,
                isPartial: options.isPartial,
                acceptsShrink: options.acceptsShrink,
                attributes: attributes
            )
        }
    }
}
