/// The lists of one format, taken one after the other.
struct ListSeries {
    let directory: String
    private(set) var result: FormatResult
    private var tally = SnapshotTally()

    /// Makes the folder of the format.
    init(_ format: SampleFormat, in directory: String) throws(SampleError) {
        self.directory = directory
        result = FormatResult(format)
        if let folder = format.folder { try OutputFile.makeDirectory("\(directory)/\(folder)") }
    }

    /// Writes the CSV list of a day.
    mutating func write(
        _ name: String,
        day: CivilDay,
        _ append: (ListFile) throws(SampleError) -> Void
    ) throws(SampleError) {
        let path = result.format.folder.map { "\($0)/\(name)" } ?? name
        let file = ListFile(try RouteFile(path, in: directory), tally)
        try append(file)
        result.files.append(try file.file.finish())
        tally = file.tally
        endList(path, day: day, file.own)
    }

    /// Takes the pages of a day's list that were written by `append`, which counts their rows.
    mutating func writePages(
        _ folder: String,
        day: CivilDay,
        _ append: (String, inout SnapshotTally) throws(SampleError) -> [SampleFiles.File]
    ) throws(SampleError) {
        let path = result.format.folder.map { "\($0)/\(folder)" } ?? folder
        try OutputFile.makeDirectory("\(directory)/\(path)")
        let pages = try append(path, &tally)
        result.files += pages
        endList(path, day: day, ["pages": .integer(pages.count)])
    }

    private mutating func endList(_ path: String, day: CivilDay, _ own: [String: TruthValue]) {
        let counts = tally.counts.members.merging(own) { first, _ in first }
        result.routes[path] = .object(counts.merging(["day": .text(day.text)]) { first, _ in first })
        tally.endList()
    }
}

/// A CSV list in the making.
final class ListFile {
    let file: RouteFile
    fileprivate(set) var tally: SnapshotTally
    /// What only this list counts.
    var own: [String: TruthValue] = [:]

    fileprivate init(_ file: RouteFile, _ tally: SnapshotTally) {
        self.file = file
        self.tally = tally
    }

    /// Writes the header, behind a byte order mark.
    func begin(_ titles: [String]) {
        file.output.append("\u{FEFF}")
        file.output.append(row: titles)
    }

    /// Writes a row and counts it.
    func append(_ cells: [String], identity: String, content: [String]) throws(SampleError) {
        file.output.append(row: cells)
        tally.add(identity, content)
        try file.writeIfFull()
    }

    /// Writes a row that a load must reject.
    func appendRejected(_ cells: [String]) throws(SampleError) {
        file.output.append(row: cells)
        tally.reject()
        try file.writeIfFull()
    }
}
