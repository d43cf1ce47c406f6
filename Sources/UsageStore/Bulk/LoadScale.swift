import GRDB

/// How much one transaction of a load holds, which follows the size of the file.
///
/// Records bring values in no order, such as the ids of conversations. The larger the file, the more pages of the indexes
/// over these values a transaction changes, up to nearly all; each is written twice, to the log and to the file. So in a
/// large file fewer and larger transactions write far less, and the page cache must hold what one of them changes.
struct LoadScale {
    /// 1 for a small file, 4 for one of a gigabyte or more.
    let factor: Int

    /// The size from which transactions grow, and by which they do.
    private static let step: Int64 = 256 << 20

    init(_ db: Database) throws {
        let byteCount = try Int64.fetchOne(
            db,
            sql: "select page_count * page_size from pragma_page_count, pragma_page_size"
        )
        factor = min(max(Int((byteCount ?? 0) / Self.step), 1), 4)
    }

    /// Gives the connection a page cache of 32 to 96 MB.
    func fitPageCache(_ db: Database) throws {
        try db.execute(sql: "pragma cache_size = -\(32_000 * min(factor, 3))")
    }
}
