create view admin_events_detail as
-- Every administrative event in readable form: authoring, and what administrators did to agents and Copilot. Key: record_id.
select
  case
    when typeof(e.record_id) = 'blob'
    then substr(lower(hex(e.record_id)), 1, 8) || '-' || substr(lower(hex(e.record_id)), 9, 4) || '-'
      || substr(lower(hex(e.record_id)), 13, 4) || '-' || substr(lower(hex(e.record_id)), 17, 4) || '-'
      || substr(lower(hex(e.record_id)), 21)
    else cast(e.record_id as text)
  end as record_id, -- audit record id, lower case
  strftime('%Y-%m-%dT%H:%M:%SZ', e.occurred_at, 'unixepoch') as occurred_at, -- creation time [ISO 8601 UTC]
  d.day as day, -- UTC day [YYYY-MM-DD]
  u.user_principal_name as user_principal_name, -- who acted, newest name
  u.display_name as display_name, -- NULL when no list tells it
  a.received_user_id as received_user_id, -- UserId as received
  a.received_user_type as received_user_type, -- UserType as received; NULL when missing
  a.is_by_person as is_by_person, -- 1: by a human being
  p.record_type as record_type, -- 256 Power Platform, 384 agent management, ...; NULL when missing
  p.workload as workload, -- Workload
  e.operation as operation, -- operation without the prefix BotUpdateOperation-
  p.operation as raw_operation, -- Operation as received
  e.area as area, -- agent, component, component_collection, ai_plugin, environment_variable or other
  e.is_authoring as is_authoring, -- 1: one of the Copilot Studio authoring operations
  coalesce(g.agent_key, lower(e.agent_schema_name)) as agent_key, -- the agent; its schema name in lower case where no id is known; NULL without both
  e.agent_schema_name as agent_schema_name, -- schema name of the agent as received; NULL when missing
  coalesce(r.target_agent_name, r.agent_name) as agent_name, -- name of the agent as this record gives it
  e.object_id as object_id, -- component, plug-in or variable: its id; no authoring: ObjectId
  e.object_name as object_name, -- component, plug-in or variable: its name
  e.component_type as component_type, -- component type as received
  e.environment_id as environment_id, -- Power Platform environment; NULL when missing
  p.result_status as result_status, -- ResultStatus as received; NULL when missing
  x.client_ip as client_ip, -- network address of the client; NULL when missing
  (select count(*) from admin_event_changes c where c.admin_event_id = e.id) as change_count, -- change details
  (select count(*) from admin_event_properties c where c.admin_event_id = e.id) as property_count, -- name and value pairs
  e.import_id as import_id, -- the load that brought it
  e.extra as extra -- further fields of the record, as JSON
from admin_events e
join days d on d.day_number = e.day_number
join users u on u.id = e.user_id
join accounts a on a.id = e.account_id
join record_profiles p on p.id = e.record_profile_id
left join agents g on g.id = e.agent_id
left join agent_references r on r.id = e.agent_reference_id
left join client_addresses x on x.id = e.client_address_id
