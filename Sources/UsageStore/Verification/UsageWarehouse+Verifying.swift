import GRDB
import UsageSchema

extension UsageWarehouse {
    /// Checks the file's pages and references, and that everything derived says what the facts say.
    ///
    /// Nothing is changed. Each check reads one consistent snapshot; loads may go on meanwhile. Checks read whole tables:
    /// expect about as long as the load of the data took.
    ///
    /// - Parameters:
    ///   - count: How many offenders to keep of each check; all are counted.
    ///   - progress: Receives each check's name before it begins.
    /// - Returns: One result a check: pages, references, then the rules in `Schema/Checks` in order of their names.
    ///   A rule that cannot be looked at because pages are broken counts as broken.
    /// - Throws: ``StoreError`` when the file cannot be read at all.
    public func verify(
        keeping count: Int = 20,
        progress: (@Sendable (String) -> Void)? = nil
    ) async throws -> [CheckResult] {
        var results: [CheckResult] = []
        for check in Check.all {
            progress?(check.name)
            do {
                results.append(try await writer.read { db in try check.run(db, keeping: count) })
            } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
                results.append(check.unreadable(error.message ?? "unknown error"))
            } catch {
                throw StoreError.wrapping(error, file: path)
            }
        }
        return results
    }
}

/// A rule and the statement that finds what breaks it.
private struct Check {
    let name, rule, remedy, sql: String

    static var all: [Check] {
        [pages, references] + UsageSchema.checks.sorted { $0.name < $1.name }.map(Check.init)
    }

    private static let pages = Check(
        name: "pages",
        rule: "The file's pages, indexes and values are whole.",
        remedy: "Restore the file from a backup, or load all exports into a new one.",
        sql: """
            select 'file' as object, integrity_check as detail from pragma_integrity_check
            where integrity_check <> 'ok'
            """
    )

    private static let references = Check(
        name: "references",
        rule: "What rows refer to exists.",
        remedy: "Restore the file from a backup, or load all exports into a new one.",
        sql: """
            select "table" || ' row ' || coalesce(rowid, '?') as object, 'refers to a missing row of ' || parent as detail
            from pragma_foreign_key_check
            """
    )

    /// What is told of a rule that could not be looked at.
    func unreadable(_ message: String) -> CheckResult {
        let offender = CheckResult.Offender(object: "file", detail: "cannot be read: \(message)")
        return CheckResult(
            name: name,
            rule: rule,
            remedy: Self.pages.remedy,
            offenderCount: 1,
            offenders: [offender]
        )
    }

    func run(_ db: Database, keeping count: Int) throws -> CheckResult {
        var offenders: [CheckResult.Offender] = []
        var total = 0
        let rows = try Row.fetchCursor(db, sql: sql)
        while let row = try rows.next() {
            total += 1
            if offenders.count < count { offenders.append(.init(object: row[0] ?? "", detail: row[1] ?? "")) }
        }
        return CheckResult(name: name, rule: rule, remedy: remedy, offenderCount: total, offenders: offenders)
    }
}

extension Check {
    /// Reads the headings `-- rule:` and `-- remedy:` of a check's file.
    init(_ file: SchemaFile) {
        func heading(_ key: String) -> String {
            let mark = "-- \(key): "
            let line = file.sql.split(separator: "\n").first { $0.hasPrefix(mark) }
            return line.map { String($0.dropFirst(mark.count)) } ?? ""
        }
        self.init(name: file.name, rule: heading("rule"), remedy: heading("remedy"), sql: file.sql)
    }
}
