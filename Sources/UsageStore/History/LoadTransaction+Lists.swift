import GRDB

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension LoadTransaction {
    /// An earlier complete load of the same bytes as the same format.
    public func completedImport(fileSHA256: [UInt8], format: String, besides importID: Int64) throws -> Int64? {
        try Int64.fetchOne(
            db,
            sql: """
                select id from imports
                where file_sha256 = ? and format = ? and state = 'completed' and id <> ? order by id limit 1
                """,
            arguments: [Data(fileSHA256), format, importID]
        )
    }

    /// Counts a list that was loaded before, and suspected because it is small, as complete from now on.
    public func acceptShrink(ofListsFrom fileSHA256: [UInt8]) throws {
        let lists = try Int64.fetchAll(
            db,
            sql: "select id from snapshots where file_sha256 = ? and accepts_shrink = 0",
            arguments: [Data(fileSHA256)]
        )
        for list in lists {
            try db.execute(sql: "update snapshots set accepts_shrink = 1 where id = ?", arguments: [list])
            try touch(list: list)
        }
    }

    /// Opens a list; the result is its id.
    ///
    /// A load may open several lists, one of each kind and day. With a directory the lists of the licences that it tells
    /// are opened, too: they have its day and close spans as it does.
    public func beginList(_ header: ListHeader, importID: Int64) throws -> Int64 {
        let list = try insertList(header, directory: nil, importID: importID)
        for license in header.licenses.sorted() where header.kind == .directory {
            _ = try licenseList(of: license, in: list, importID: importID)
        }
        return list
    }

    /// Counts a list as partial because a page of its download is missing, or no longer, once that page was added.
    ///
    /// The lists of licence holders that belong to a directory follow it.
    public func markPartial(_ list: Int64, isPageMissing: Bool = true) throws {
        try db.execute(
            sql: "update snapshots set has_missing_page = ?2 where id = ?1 and has_missing_page <> ?2",
            arguments: [list, isPageMissing]
        )
        try touch(list: list)
    }

    /// Says that a list tells attributes that its header did not name: some downloads show only in their rows what
    /// they tell.
    public func addAttributes(_ attributes: Set<DirectoryAttribute>, to list: Int64) throws {
        let columns = attributes.map(\.flag).sorted().map { "\($0) = 1" }
        guard !columns.isEmpty else { return }
        try db.execute(
            sql: "update snapshots set \(columns.joined(separator: ", ")) where id = ?",
            arguments: [list]
        )
        try touch(list: list)
    }

    /// Names the file that a list came from, once all of its bytes were read.
    ///
    /// The lists of licence holders that belong to a directory came from the same file.
    public func finishList(_ list: Int64, fileSHA256: [UInt8]) throws {
        try db.execute(
            sql: """
                update snapshots set file_sha256 = ?2
                where id = ?1 or directory_snapshot_id = ?1 and file_sha256 is null
                """,
            arguments: [list, Data(fileSHA256)]
        )
    }

    /// The list of one licence's holders that belongs to a directory, opened if it is new.
    func licenseList(of licenseID: Int64, in directory: Int64, importID: Int64) throws -> Int64 {
        let known = try Int64.fetchOne(
            db.cachedStatement(sql: "select id from snapshots where directory_snapshot_id = ? and license_id = ?"),
            arguments: [directory, licenseID]
        )
        if let known { return known }
        let row = try Row.fetchOne(
            db,
            sql: "select day_number, is_declared_partial, accepts_shrink from snapshots where id = ?",
            arguments: [directory]
        )
        guard let row else { throw StoreError(.badRow, "List \(directory) does not exist; expected a directory.") }
        let header = ListHeader(
            kind: .licenses(licenseID: licenseID),
            dayNumber: row[0],
            isPartial: row[1],
            acceptsShrink: row[2]
        )
        return try insertList(header, directory: directory, importID: importID)
    }

    private func insertList(_ header: ListHeader, directory: Int64?, importID: Int64) throws -> Int64 {
        touched.lists.insert(header.kind)
        let flags = DirectoryAttribute.allCases.map { (name: $0.flag, isTold: header.attributes.contains($0)) }
        try db.execute(
            sql: """
                insert into snapshots (kind, license_id, day_number, import_id, is_declared_partial, accepts_shrink,
                  is_partial, directory_snapshot_id, \(flags.map(\.name).joined(separator: ", ")))
                values (?, ?, ?, ?, ?, ?, ?, ?, \(flags.map { $0.isTold ? "1" : "0" }.joined(separator: ", ")))
                """,
            arguments: [
                header.kind.storedName, header.kind.licenseID, header.dayNumber, importID, header.isPartial,
                header.acceptsShrink, header.isPartial, directory,
            ]
        )
        let list = db.lastInsertedRowID
        listKinds[list] = header.kind
        // The new list may be the one before another.
        listsBefore.removeAll()
        return list
    }

    /// Marks a list as changed, so that it is judged and its history derived anew.
    func touch(list: Int64) throws {
        if let kind = listKinds[list] {
            touched.lists.insert(kind)
            return
        }
        let row = try Row.fetchOne(db, sql: "select kind, license_id from snapshots where id = ?", arguments: [list])
        guard let row, let kind = ListKind(storedName: row[0], licenseID: row[1]) else {
            throw StoreError(.badRow, "List \(list) does not exist; expected one that was begun.")
        }
        listKinds[list] = kind
        touched.lists.insert(kind)
    }

    /// The list of the same kind before this one, by day and load.
    func listBefore(_ list: Int64) throws -> Int64? {
        if let known = listsBefore[list] { return known }
        let before = try Int64.fetchOne(
            db,
            sql: """
                select b.id from snapshots b join snapshots s on s.kind = b.kind and s.license_id is b.license_id
                where s.id = ?1 and b.id <> s.id and (b.day_number, b.id) < (s.day_number, s.id)
                order by b.day_number desc, b.id desc limit 1
                """,
            arguments: [list]
        )
        listsBefore[list] = .some(before)
        return before
    }
}
