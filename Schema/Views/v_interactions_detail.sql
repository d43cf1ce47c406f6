create view interactions_detail as
-- Everything of an interaction in readable form, uncounted records and all record types included. Key: record_id.
select
  i.id as interaction_id, -- interactions.id
  case
    when typeof(i.record_id) = 'blob'
    then substr(lower(hex(i.record_id)), 1, 8) || '-' || substr(lower(hex(i.record_id)), 9, 4) || '-'
      || substr(lower(hex(i.record_id)), 13, 4) || '-' || substr(lower(hex(i.record_id)), 17, 4) || '-'
      || substr(lower(hex(i.record_id)), 21)
    else cast(i.record_id as text)
  end as record_id, -- audit record id, lower case
  strftime('%Y-%m-%dT%H:%M:%SZ', i.occurred_at, 'unixepoch') as occurred_at, -- creation time [ISO 8601 UTC]
  d.day as day, -- UTC day [YYYY-MM-DD]
  i.occurred_at % 86400 / 3600 as hour, -- UTC hour, 0 to 23
  u.user_principal_name as user_principal_name, -- who acted, newest name
  u.display_name as display_name, -- NULL when no list tells it
  c.received_user_id as received_user_id, -- UserId as received
  c.received_user_type as received_user_type, -- UserType as received; NULL when missing
  p.name as app, -- product, e.g. Word, Teams, Copilot Chat
  h.name as app_host, -- app host; '(none)' when missing
  a.agent_key as agent_key, -- the agent; NULL without one
  r.agent_name as agent_name, -- name of the agent as this record gives it
  t.thread_id as thread_id, -- conversation; NULL when missing
  i.message_count as message_count, -- [messages]
  i.prompt_count as prompt_count, -- [messages]
  i.response_count as response_count, -- [messages]
  i.resource_count as resource_count, -- [accesses]
  i.is_by_person as is_by_person, -- 1: by a human being
  i.is_counted as is_counted, -- 0: another record tells the same turn
  case when i.record_type = 261 and i.is_counted = 1 and i.is_by_person = 1 and h.is_user_action = 1
    then 1 else 0 end as is_adoption, -- 1: what questions of adoption, users and licences count
  case
    when typeof(coalesce(n.record_id, i.record_id)) = 'blob'
    then substr(lower(hex(coalesce(n.record_id, i.record_id))), 1, 8) || '-' || substr(lower(hex(coalesce(n.record_id, i.record_id))), 9, 4) || '-'
      || substr(lower(hex(coalesce(n.record_id, i.record_id))), 13, 4) || '-' || substr(lower(hex(coalesce(n.record_id, i.record_id))), 17, 4) || '-'
      || substr(lower(hex(coalesce(n.record_id, i.record_id))), 21)
    else cast(coalesce(n.record_id, i.record_id) as text)
  end as turn_record_id, -- record id of the interaction that counts for this turn
  i.record_type as record_type, -- 261 CopilotInteraction, ...; NULL when missing
  e.operation as operation, -- Operation
  e.workload as workload, -- Workload
  x.client_ip as client_ip, -- network address of the client; NULL when missing
  e.client_region as client_region, -- ClientRegion as received
  e.application_name as application_name, -- ApplicationName
  coalesce(s.name, s.label_guid) as sensitivity_label, -- label of the whole interaction; its id when the name is unknown
  i.import_id as import_id, -- the load that brought it
  i.extra as extra -- further fields of the record, as JSON
from interactions i
join days d on d.day_number = i.day_number
join users u on u.id = i.user_id
join accounts c on c.id = i.account_id
join apps p on p.id = i.app_id
join app_hosts h on h.id = i.app_host_id
join record_profiles e on e.id = i.record_profile_id
left join interactions n on n.id = i.turn_id
left join agents a on a.id = i.agent_id
left join agent_references r on r.id = i.agent_reference_id
left join threads t on t.id = i.thread_id
left join client_addresses x on x.id = i.client_address_id
left join sensitivity_labels s on s.id = i.sensitivity_label_id
