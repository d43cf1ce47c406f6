public import UsageFormats

/// Reads the licences of users, one user after the other.
///
/// The user is named by the page's context alone, so elements outside of pages are of nobody who is known.
public final class LicenseDetailsReader: ListReader {
    private let reader: GraphObjectReader
    private var details = LicenseDetails()
    private var received: [String] = []
    private var notes: [ListNote] = []
    /// Whether licences were read that were not handed out yet.
    private var isPending = false
    /// The page to tell of after its licences.
    private var page: ListPage?

    /// Starts at the beginning of a file; nil when it is no JSON.
    public init?(_ file: OpenedFile, layout: JSONElementReader.Layout) {
        guard let reader = GraphObjectReader(file, layout: layout) else { return nil }
        self.reader = reader
    }

    /// Decodes the licences of the next user, or tells of the end of a page; nil at the end of the input.
    public func nextRow() throws -> ListRowResult? {
        if let page {
            self.page = nil
            return .page(page)
        }
        while let event = try reader.next() {
            switch event {
            case .rejected(let rejection):
                // An answer that tells of an error stands between pages.
                if rejection.code != .errorAnswer { details.isComplete = false }
                return .rejected(rejection)
            case .page(let ended):
                let page = ListPage(ended)
                self.page = page
                details.userID = GraphContext(page.context).userID
                if page.hasNextPage { details.isComplete = false }
                return handOut()
            case .object(let notes):
                for note in notes where !self.notes.contains(note) { self.notes.append(note) }
                guard let license = license() else {
                    details.isComplete = false
                    return .rejected(Self.missingSKU)
                }
                isPending = true
                details.elementCount += 1
                if !details.licenses.contains(license) { details.licenses.append(license) }
                received.append(JSONCompaction.compact(reader.object.written))
            }
        }
        return isPending ? handOut() : nil
    }

    /// Where the licence stands that was read last.
    public var place: ListPlace { reader.place }

    private func license() -> ListedLicense? {
        for member in reader.object.members where member.key == "skuid" {
            if case .value(let id) = reader.object.text(member.node) { return ListedLicense(skuID: id) }
        }
        return nil
    }

    private func handOut() -> ListRowResult {
        if !received.isEmpty { details.extra = "[" + received.joined(separator: ",") + "]" }
        let result = ListRowResult.licenseDetails(details, notes: notes)
        details = LicenseDetails()
        received = []
        notes = []
        isPending = false
        return result
    }

    private static let missingSKU = ListRejection(
        code: .missingSKU,
        description: "The element has no SKU id; expected a GUID 'skuId'."
    )
}
