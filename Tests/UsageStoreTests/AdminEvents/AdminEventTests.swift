import Testing
import UsageTestSupport

@testable import UsageStore

struct AdminEventTests {
    private let warehouse: UsageWarehouse

    init() throws { warehouse = try UsageWarehouse.inMemory() }

    private let changes = """
        select ordinal, source, quote(property_name), quote(old_value), quote(new_value), quote(extra)
        from admin_event_changes order by admin_event_id, ordinal
        """

    @Test func `an event is stored with everything that it tells`() async throws {
        let id = StoredID.guid(high: 0x0011_2233_4455_6677, low: 0x8899_aabb_ccdd_eeff)
        try await warehouse.load(
            events: Event(
                number: 1,
                name: "Mia@x",
                at: 20_100 * 86_400 + 86_399,
                operation: "BotComponentUpdate",
                area: .component,
                agent: "B1",
                agentName: "Helper",
                schemaName: "cr1_Helper",
                object: ("c1", "cr1_Helper.topic", "Topic"),
                environment: "Default-e",
                resultStatus: "Success",
                clientIP: "203.0.113.7",
                leafCount: 7,
                contentHash: -8,
                extra: #"{"A":1}"#,
                guid: id
            )
        )
        try await warehouse.expect(
            """
            select hex(e.record_id), e.occurred_at, e.day_number, a.received_user_id, u.user_principal_name,
              p.operation, p.result_status, e.operation, e.area, e.is_authoring, g.agent_key, e.has_own_agent,
              r.raw_agent_id, r.agent_name, e.agent_schema_name, e.object_id, e.object_name, e.component_type,
              e.environment_id, x.client_ip, e.import_id, e.leaf_count, e.content_hash, e.extra
            from admin_events e join accounts a on a.id = e.account_id join users u on u.id = e.user_id
            join record_profiles p on p.id = e.record_profile_id join agents g on g.id = e.agent_id
            join agent_references r on r.id = e.agent_reference_id
            join client_addresses x on x.id = e.client_address_id
            """,
            [
                "00112233445566778899AABBCCDDEEFF 1736726399 20100 Mia@x mia@x BotComponentUpdate Success "
                    + "BotComponentUpdate component 1 b1 1 B1 Helper cr1_Helper c1 cr1_Helper.topic Topic Default-e "
                    + #"203.0.113.7 1 7 -8 {"A":1}"#
            ]
        )
        try await expectSound(warehouse)
    }

    @Test func `empty text stays empty and absent stays absent`() async throws {
        var event = Event(number: 1)
        event.changes = [
            Event.Change(name: "State", old: "", new: "[1]", extra: "{}"),
            Event.Change(name: nil, old: nil, new: nil, source: "record"),
        ]
        event.properties = [
            Event.Property(name: "a", value: ""), Event.Property(name: "", value: nil, extra: #"{"Value":null}"#),
        ]
        try await warehouse.load(events: event)
        try await warehouse.expect(
            changes,
            ["1 BotUpdateDetails 'State' '' '[1]' '{}'", "2 record NULL NULL NULL NULL"]
        )
        try await warehouse.expect(
            "select ordinal, source, quote(name), quote(value), quote(extra) from admin_event_properties order by 1",
            ["1 PropertyCollection 'a' '' NULL", #"2 PropertyCollection '' NULL '{"Value":null}'"#]
        )
    }

    @Test func `more parts than a statement takes are all stored, in their order`() async throws {
        var event = Event(number: 1)
        event.changes = (1...37).map { Event.Change(name: "p\($0)", new: String($0)) }
        event.properties = (1...37).map { Event.Property(name: "p\($0)") }
        try await warehouse.load(events: event)
        let sums = "count(*), min(ordinal), max(ordinal), sum('p' || ordinal ="
        try await warehouse.expect("select \(sums) property_name) from admin_event_changes", ["37 1 37 37"])
        try await warehouse.expect("select \(sums) name) from admin_event_properties", ["37 1 37 37"])
    }

    @Test(arguments: [(10, 2, true), (11, 0, true), (10, 1, false), (10, 0, false), (9, 5, false)])
    func `a fuller copy takes the place of a poorer one, with its parts`(
        leafCount: Int64,
        contentHash: Int64,
        isBetter: Bool
    ) async throws {
        var first = Event(number: 1, environment: "first")
        first.changes = [Event.Change(name: "a"), Event.Change(name: "b")]
        first.properties = [Event.Property(name: "a"), Event.Property(name: "b")]
        var second = Event(number: 1, environment: "second", leafCount: leafCount, contentHash: contentHash)
        second.changes = [Event.Change(name: "c")]
        second.properties = [Event.Property(name: "c")]
        try await warehouse.load(batches: [[.event(first)], [.event(second)]])
        let kept = isBetter ? second : first
        try await warehouse.expect(
            "select environment_id, import_id, leaf_count, content_hash from admin_events",
            ["\(kept.environment ?? "") \(isBetter ? 2 : 1) \(kept.leafCount) \(kept.contentHash)"]
        )
        let names = "select group_concat(property_name, '') from admin_event_changes"
        try await warehouse.expect(names, [isBetter ? "c" : "ab"])
        try await warehouse.expect(
            "select group_concat(name, '') from admin_event_properties",
            [isBetter ? "c" : "ab"]
        )
        try await expectSound(warehouse)
    }

    @Test func `copies of one record within a batch end as the fuller one`() async throws {
        var events = (1...3).map { Event(number: 1, leafCount: Int64($0)) }
        for index in events.indices { events[index].changes = [Event.Change(name: "copy \(index)")] }
        try await warehouse.load(events: events[0], events[2], events[1])
        try await warehouse.expect(changes, ["1 BotUpdateDetails 'copy 2' NULL NULL NULL"])
        #expect(try await warehouse.count("select count(*) from admin_events") == 1)
    }

    @Test func `a comparison tells what a load would do and writes nothing`() async throws {
        try await warehouse.load(events: Event(number: 1))
        let before = try await WarehouseContents(warehouse)
        let copies = try await warehouse.compare { comparison in
            try [(1, 10, 1), (1, 10, 2), (2, 1, 1)].map { number, leafCount, contentHash in
                try comparison.storedAdminEvent(
                    of: .text("event \(number)"),
                    leafCount: leafCount,
                    contentHash: contentHash
                )
            }
        }
        #expect(copies == [.kept, .poorer(id: 1), .none])
        try await expectSame(warehouse, before)
    }

    @Test func `an account seen in events alone keeps its newest time, also when a record is replaced`() async throws {
        let at: Int64 = 20_100 * 86_400
        try await warehouse.load(
            events: Event(number: 1, at: at + 50),
            Event(number: 2, at: at + 90),
            Event(number: 3, at: at + 10)
        )
        try await warehouse.expect("select last_seen_at - \(at) from accounts", ["90"])
        try await warehouse.load(events: Event(number: 2, at: at + 20, leafCount: 11))
        try await warehouse.expect("select last_seen_at - \(at) from accounts", ["50"])
    }

    @Test func `events of each kind count for their source`() async throws {
        try await warehouse.load(
            events: Event(number: 1),
            Event(number: 2, isByPerson: false),
            Event(number: 3, recordType: 384, operation: "DeployedAgent", area: .other, isAuthoring: false)
        )
        try await warehouse.expect(
            "select source, is_by_person, sum(record_count) from audit_activity group by 1, 2 order by 1, 2",
            ["agent_authoring 1 2", "audit_other_record_types 1 1"]
        )
        try await warehouse.expect(
            "select source, first_number, last_number from source_bounds order by 1",
            ["agent_authoring 20100 20100", "audit_other_record_types 20100 20100"]
        )
    }
}
