/// The files of a format, with what a load of each must count.
struct FormatResult: Sendable {
    let format: SampleFormat
    var files: [SampleFiles.File] = []
    /// What loads must count, by the name of a file, or of a folder whose files are pages of one download.
    ///
    /// The counts are those of loads into an empty warehouse of the format's files alone, in the order of their days,
    /// each with the day under `day`.
    var routes: [String: TruthValue] = [:]

    /// Begins without files.
    init(_ format: SampleFormat) {
        self.format = format
    }
}
