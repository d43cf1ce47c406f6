/// Writes elements as the pages of a Graph answer, whose number nobody needs to know before.
final class PageWriter {
    /// How the pages lie in files.
    enum Layout: Sendable {
        /// One page in a file of its own.
        case single
        /// A file for each page, `page-0001.json` and so on, in a folder that exists.
        case files(size: Int)
        /// One file with an array of all pages.
        case array(size: Int)
    }

    /// What stands in a page beside its elements.
    struct Address: Sendable {
        /// The value of `@odata.context`; nil when the page has none.
        var context: String?
        /// The address of the next page up to the token in it.
        var next = ""
    }

    /// The element that is being made; `append` takes it.
    var element = ByteBuffer(capacity: 2048)

    private let layout: Layout
    private let address: Address
    private let name: String
    private let directory: String
    private var file: RouteFile?
    private var files: [SampleFiles.File] = []
    private var pageCount = 0
    private var count = 0

    /// Begins the first page of a file or folder.
    init(_ layout: Layout, _ name: String, in directory: String, _ address: Address) throws(SampleError) {
        self.layout = layout
        self.name = name
        self.directory = directory
        self.address = address
        try beginPage()
    }

    /// Takes the element that was made and empties it.
    func append() throws(SampleError) {
        if let size, count == size {
            try endPage(isLast: false)
            try beginPage()
        }
        if count > 0 { file?.output.append(",") }
        count += 1
        file?.output.bytes.append(contentsOf: element.bytes)
        element.clear()
        try file?.writeIfFull()
    }

    /// Writes what is left; the result is the files.
    func finish() throws(SampleError) -> [SampleFiles.File] {
        try endPage(isLast: true)
        if let file {
            if case .array = layout { file.output.append("]") }
            file.output.append("\n")
            files.append(try file.finish())
        }
        return files
    }

    /// The number of pages so far.
    var pages: Int { pageCount }

    private var size: Int? {
        switch layout {
        case .single: nil
        case .files(let size), .array(let size): max(1, size)
        }
    }

    private func beginPage() throws(SampleError) {
        pageCount += 1
        count = 0
        if case .files = layout {
            file = try RouteFile("\(name)/\(GraphPages.name("page", pageCount))", in: directory)
        } else if file == nil {
            file = try RouteFile(name, in: directory)
            if case .array = layout { file?.output.append("[") }
        } else {
            file?.output.append(",\n")
        }
        file?.output.append("{")
        if let context = address.context {
            file?.output.append("\"@odata.context\":")
            append(quoted: context)
            file?.output.append(",")
        }
        file?.output.append("\"value\":[")
    }

    private func endPage(isLast: Bool) throws(SampleError) {
        file?.output.append("]")
        if !isLast {
            file?.output.append(",\"@odata.nextLink\":")
            var token = ByteBuffer(capacity: 16)
            token.append(hexadecimal: RandomSource.scramble(UInt64(pageCount)))
            append(quoted: "\(address.next)$skiptoken=\(token.text)")
        }
        file?.output.append("}")
        guard case .files = layout, let page = file else { return }
        page.output.append("\n")
        files.append(try page.finish())
        file = nil
    }

    private func append(quoted text: String) {
        file?.output.append(text: JSONNode.text(text).json)
    }
}
