import GRDB

/// Pairs the records of conversations anew after some of them came, went or changed their person.
struct TurnUpkeep {
    let db: Database

    init(_ db: Database) { self.db = db }

    /// Brings `is_counted` and `turn_id` up to date in the touched conversations; marks the days that change.
    func pair(_ touched: inout TouchedFacts) throws {
        let hasSilentRecord = try db.cachedStatement(
            sql: """
                select exists (select 1 from interactions
                  where conversation_id = ? and conversation_id is not null and message_count = 0)
                """
        )
        let members = try db.cachedStatement(
            sql: """
                select i.id, i.record_id, i.user_id, i.occurred_at, i.agent_id, h.folded_name, i.message_count > 0,
                  i.turn_id, i.day_number
                from interactions i join app_hosts h on h.id = i.app_host_id
                where i.conversation_id = ? and i.conversation_id is not null and i.record_type = 261
                """
        )
        let update = try db.cachedStatement(
            sql: "update interactions set is_counted = ?2 is null, turn_id = ?2 where id = ?1"
        )
        for conversation in touched.conversations {
            let key = conversation.databaseValue
            guard try Bool.fetchOne(hasSilentRecord, arguments: [key]) == true else { continue }
            let rows = try Row.fetchAll(members, arguments: [key])
            let turns = TurnPairing.turns(of: rows.map(record))
            for row in rows {
                let turn = turns[row[0]]
                guard turn != row[7] as Int64? else { continue }
                try update.execute(arguments: [row[0] as Int64, turn])
                touched.userDays.insert(UserDay(userID: row[2], dayNumber: row[8]))
            }
        }
    }

    private func record(_ row: Row) -> TurnPairing.Record {
        TurnPairing.Record(
            id: row[0],
            recordID: StoredID(row[1] as DatabaseValue).orderedText,
            userID: row[2],
            occurredAt: row[3],
            agentID: row[4],
            foldedHost: row[5],
            hasMessages: row[6]
        )
    }
}

extension StoredID {
    /// The id as lower-case text, in which GUIDs and other ids compare in one order.
    var orderedText: String {
        switch self {
        case .none: return ""
        case .integer(let value): return String(value)
        case .text(let text): return text
        case .guid(let high, let low):
            let digits = hexadecimal(high) + hexadecimal(low)
            var text = ""
            for (index, digit) in digits.enumerated() {
                if [8, 12, 16, 20].contains(index) { text.append("-") }
                text.append(digit)
            }
            return text
        }
    }

    private func hexadecimal(_ value: UInt64) -> String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
