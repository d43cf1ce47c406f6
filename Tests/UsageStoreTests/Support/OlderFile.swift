import GRDB
import Testing
import UsageSchema

@testable import UsageStore

/// A warehouse file as an older version left it.
enum OlderFile {
    /// Makes a file that lacks a migration and all after it, with one load, one person and two app hosts of one app.
    static func make(at path: String, before migration: String, _ fill: (Database) throws -> Void) throws {
        let count = try #require(UsageSchema.migrations.map(\.name).firstIndex(of: migration))
        let older = Migrator(file: path, migrations: Array(UsageSchema.migrations.prefix(count)), views: [])
        let queue = try DatabaseQueue(path: path)
        try queue.writeWithoutTransaction { db in
            try older.migrate(db)
            try db.execute(sql: rows)
            try fill(db)
        }
        try queue.close()
    }

    private static let rows = """
        insert into imports (id, file_name, format, state, started_at, tool_version)
        values (1, 'a', 'b', 'completed', 0, '1');
        insert into record_profiles (id, fingerprint, record_type) values (1, x'01', 261);
        insert into users (id, identity, user_principal_name, account_kind) values (1, 'upn:a@x', 'a@x', 'person');
        insert into user_aliases values ('user_principal_name', 'a@x', 1);
        insert into accounts (id, received_user_id, received_user_key, received_user_type, is_by_person, last_seen_at,
          user_id)
        values (1, 'a@x', '', 0, 1, 0, 1);
        insert into apps (id, name) values (1, 'Word');
        insert into app_hosts (id, app_host, folded_name, name, is_documented, is_user_action)
        values (1, 'Word', 'word', 'Word', 1, 1), (2, 'Autonomous', 'autonomous', 'Autonomous', 1, 0);
        """
}
