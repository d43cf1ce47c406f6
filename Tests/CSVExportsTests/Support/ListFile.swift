import UsageFormats

@testable import CSVExports

/// What a list file gave, row by row.
struct ListFile {
    var results: [ListRowResult] = []
    var places: [ListPlace] = []
    var format = ""
    var contents: ListContents?

    init(_ bytes: [UInt8], layout: ([String]) -> (any ListLayout)?) throws {
        let reader = try CSVReader(try ByteWindow(.bytes(bytes)))
        guard try reader.nextRow(), let layout = layout((0..<reader.fieldCount).map(reader.field)) else {
            throw NoHeader()
        }
        let decoder = ListDecoder(reader, layout: layout)
        while let result = try decoder.nextRow() { results.append(result) }
    }

    /// Reads a file as the form that it is recognised for.
    init(_ text: String) throws { try self.init(Array(text.utf8)) }

    init(_ bytes: [UInt8], declaredAs format: String? = nil) throws {
        let opened = try OpenedFile(try ByteWindow(.bytes(bytes)))
        var form = format.flatMap { ListForms.form(of: opened.beginning, declaredAs: $0) }
        if format == nil, case .list(let recognised) = ListForms.recognise(opened.beginning) { form = recognised }
        guard let form, let reader = form.reader(of: opened) else { throw NoHeader() }
        self.format = form.format
        contents = form.contents
        while let result = try reader.nextRow() {
            results.append(result)
            places.append(reader.place)
        }
    }

    /// Reads a list of licence holders.
    static func licenses(_ text: String) throws -> ListFile {
        try ListFile(Array(text.utf8)) { LicensedUserLayout(header: $0) }
    }

    /// Reads a directory.
    static func directory(_ text: String) throws -> ListFile {
        try ListFile(Array(text.utf8)) { DirectoryLayout(header: $0) }
    }

    struct NoHeader: Error {}

    var people: [ListedPerson] {
        results.compactMap { if case .person(let person, _) = $0 { person } else { nil } }
    }

    var agents: [ListedAgent] {
        results.compactMap { if case .agent(let agent, _) = $0 { agent } else { nil } }
    }

    var skus: [SubscribedSKU] {
        results.compactMap { if case .subscribedSKU(let sku, _) = $0 { sku } else { nil } }
    }

    var details: [LicenseDetails] {
        results.compactMap { if case .licenseDetails(let details, _) = $0 { details } else { nil } }
    }

    var pages: [ListPage] {
        results.compactMap { if case .page(let page) = $0 { page } else { nil } }
    }

    var notes: [[ListNote]] {
        results.compactMap {
            switch $0 {
            case .person(_, let notes), .agent(_, let notes), .subscribedSKU(_, let notes),
                .licenseDetails(_, let notes):
                notes
            case .page, .repeatedHeader, .rejected: nil
            }
        }
    }

    var rejections: [ListRejection.Code] {
        results.compactMap { if case .rejected(let rejection) = $0 { rejection.code } else { nil } }
    }

    /// What the rows tell together.
    var told: ListedAttributes { people.reduce(into: []) { $0.formUnion($1.told) } }
}

/// The cells of a header written with commas.
func titles(_ header: String) -> [String] {
    header.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
}

/// Licences by their names.
func licenses(_ skus: String...) -> [ListedLicense] { skus.map { ListedLicense(sku: $0) } }

let copilot = ListedLicense.microsoft365Copilot
let copilotID = "639dec6b-bb19-468b-871c-c5c441c4b0cb"
let otherID = "06ebc4ee-1bb5-47dd-8120-11324bc54e06"
