/// Reads the elements of a big JSON text one by one, however they lie in it.
///
/// One element is held in memory at a time. Elements are numbered from 1; a reader can go on where another one stood.
public final class JSONElementReader {
    /// How elements lie in the text.
    public enum Layout: Sendable {
        /// In arrays, or one after the other, as JSON Lines have them.
        case elements
        /// In the array `value` of pages, as OData services answer: one page, an array of pages, or one after the other.
        case pages

        func opens(_ step: JSONPathStep) -> Bool {
            switch self {
            case .elements: step.depth == 0 && step.isArray
            case .pages:
                switch step.depth {
                case 0: true
                case 1 where !step.isArray: step.key == nil
                case 1, 2: step.isArray && step.key?.lowercased() == "value"
                default: false
                }
            }
        }
    }

    /// What a reader has met.
    public enum Event: Sendable {
        /// An element; its text is at hand until the next event.
        case element(JSONStreamValue)
        /// The end of a page.
        case page(JSONPage)
        /// An object in the place of a page that is none: where it begins, and its members as they are written.
        case strayObject(JSONStreamValue, JSONPage)
    }

    /// What the reader is inside of.
    private enum Container {
        /// An array of elements or of pages, outermost.
        case list
        case page
        /// The elements of a page.
        case elements
    }

    /// Ordinal of the last element or stray object, from 1; 0 before the first.
    public private(set) var elementCount: Int

    private let reader: JSONStreamReader
    private var open: [Container]
    private var page = JSONPage()

    /// Starts where the window stands; nil when the state is none of such a reader.
    ///
    /// - Parameter state: What ``state`` of an earlier reader was at the window's position; nil at the beginning.
    public init?(_ window: ByteWindow, layout: Layout, resumingWith state: String? = nil) {
        let earlier = state.flatMap(JSONReaderState.reading)
        if state != nil, earlier == nil { return nil }
        elementCount = earlier?.elementCount ?? 0
        open = []
        for container in earlier?.state.openContainers ?? [] {
            open.append(container.isArray ? (open.isEmpty ? .list : .elements) : .page)
        }
        reader = JSONStreamReader(
            window,
            allowsMultipleRoots: true,
            resumingWith: earlier?.state,
            opens: layout.opens
        )
    }

    /// What another reader needs, beside the window's position, to go on here.
    public var state: String { reader.state.text(elementCount: elementCount) }

    /// Moves to the next event; nil at the end.
    ///
    /// - Throws: ``JSONError`` when the text around the elements is not JSON; ``InputError`` when reading fails.
    public func next() throws -> Event? {
        while let event = try reader.next() {
            switch event {
            case .enteredObject:
                open.append(.page)
                page = JSONPage()
            case .enteredArray(let key):
                open.append(key == nil ? .list : .elements)
                if key != nil { page.hasElements = true }
            case .left:
                guard case .page? = open.popLast() else { continue }
                let ended = page
                page = JSONPage()
                if ended.hasElements { return .page(ended) }
                guard let first = ended.firstMember else { continue }
                elementCount += 1
                return .strayObject(first, ended)
            case .value(let value):
                guard case .page? = open.last else {
                    elementCount += 1
                    return .element(value)
                }
                var text = TextArena()
                let json = reader.appendValue(to: &text)
                page.add(value, text.string(json))
            }
        }
        return nil
    }

    /// Copies the text of the element that the last event brought to an arena.
    @discardableResult
    public func appendElement(to arena: inout TextArena) -> TextSlice { reader.appendValue(to: &arena) }
}

/// What a page of an OData service tells beside its elements.
public struct JSONPage: Sendable, Hashable {
    /// Whether it has an array `value`.
    public internal(set) var hasElements = false
    /// Whether another page follows: it names the address of one.
    public private(set) var hasNextPage = false
    /// What all pages of one download have in common, at most 256 characters; empty when the page does not tell.
    public private(set) var context = ""
    /// Whether it has a member `error`.
    public private(set) var isError = false

    private(set) var firstMember: JSONStreamValue?
    private var members: [String] = []

    /// The members other than annotations, as one object.
    public var json: String { "{" + members.joined(separator: ",") + "}" }

    mutating func add(_ value: JSONStreamValue, _ text: String) {
        switch value.key?.lowercased() {
        case "@odata.nextlink": hasNextPage = text.count > 2 && text.hasPrefix("\"")
        case "@odata.context": context = String(text.dropFirst().dropLast().prefix(256))
        default:
            guard let key = value.key, !key.hasPrefix("@") else { return }
            if key.lowercased() == "error" { isError = true }
            if firstMember == nil { firstMember = value }
            if !hasElements { members.append(JSONString.quoted(key) + ":" + text) }
        }
    }
}

extension JSONReaderState {
    /// The state as text, with the number of elements read so far.
    fileprivate func text(elementCount: Int) -> String {
        let containers = openContainers.map { $0.isArray ? "a" : "o" }.joined()
        return "json \(elementCount) \(line) \(column) \(isFresh ? 1 : 0) \(containers)"
    }

    /// Reads a state from such text; nil when it is none.
    fileprivate static func reading(_ text: String) -> (state: JSONReaderState, elementCount: Int)? {
        let parts = text.split(separator: " ", omittingEmptySubsequences: false)
        guard parts.count == 6, parts[0] == "json", let elementCount = Int(parts[1]), let line = Int(parts[2]),
            let column = Int(parts[3]), parts[5].allSatisfy({ $0 == "a" || $0 == "o" })
        else { return nil }
        let containers = parts[5].enumerated().map { depth, kind in
            OpenContainer(isArray: kind == "a", key: kind == "a" && depth > 0 ? "value" : nil)
        }
        let state = JSONReaderState(openContainers: containers, isFresh: parts[4] == "1", line: line, column: column)
        return (state, elementCount)
    }
}
