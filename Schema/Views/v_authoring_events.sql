create view authoring_events as
-- What was changed in Copilot Studio: one row per change detail of an authoring event; an event that tells no details has one row. Key: (record_id, detail_number).
select
  strftime('%Y-%m-%dT%H:%M:%SZ', e.occurred_at, 'unixepoch') as changed_at, -- when [ISO 8601 UTC]
  d.day as day, -- UTC day [YYYY-MM-DD]
  case
    when typeof(e.record_id) = 'blob'
    then substr(lower(hex(e.record_id)), 1, 8) || '-' || substr(lower(hex(e.record_id)), 9, 4) || '-'
      || substr(lower(hex(e.record_id)), 13, 4) || '-' || substr(lower(hex(e.record_id)), 17, 4) || '-'
      || substr(lower(hex(e.record_id)), 21)
    else cast(e.record_id as text)
  end as record_id, -- audit record id, lower case
  coalesce(c.ordinal, 0) as detail_number, -- place among the details of the event, from 1; 0 = it tells none
  case when a.is_by_person = 1 then u.user_principal_name end as user_principal_name, -- who, newest name; NULL when not by a person
  case when a.is_by_person = 1 then u.display_name end as display_name, -- who; NULL when no list tells it
  e.operation as operation, -- operation without the prefix BotUpdateOperation-
  p.operation as raw_operation, -- Operation as received
  e.area as area, -- agent, component, component_collection, ai_plugin, environment_variable or other
  p.result_status as result_status, -- ResultStatus as received; NULL when missing
  coalesce(g.agent_key, lower(e.agent_schema_name)) as agent_key, -- the agent; its schema name in lower case where no id is known; NULL without both
  e.agent_schema_name as agent_schema_name, -- schema name of the agent as received; NULL when missing
  n.agent_name as agent_name, -- newest name of the agent in any record; NULL when none gives one
  e.object_id as object_id, -- component, plug-in or variable: its id
  e.object_name as object_name, -- component, plug-in or variable: its name
  e.component_type as component_type, -- component type as received
  c.property_name as property_name, -- what was changed; NULL when the detail does not say
  c.old_value as old_value, -- before; NULL when absent, which empty text is not
  c.new_value as new_value, -- after; NULL when absent, which empty text is not
  e.environment_id as environment_id, -- Power Platform environment; NULL when missing
  e.import_id as import_id -- the load that brought it
from admin_events e
join days d on d.day_number = e.day_number
join accounts a on a.id = e.account_id
join users u on u.id = e.user_id
join record_profiles p on p.id = e.record_profile_id
left join agents g on g.id = e.agent_id
left join ( -- grouped, for SQLite makes an index on such a result
  select agent_key, max(agent_name) as agent_name from agent_names where is_newest = 1 group by agent_key
) n on n.agent_key = coalesce(g.agent_key, lower(e.agent_schema_name))
left join admin_event_changes c on c.admin_event_id = e.id
where e.is_authoring = 1
