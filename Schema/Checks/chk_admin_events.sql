-- rule: An administrative event belongs to the agent that its record names, else to the one to which others tie its schema name; areas and parts are sound.
-- remedy: Load the files of these events again.
with named as (
  select
    lower(agent_schema_name) as schema_name, lower(environment_id) as environment, agent_id,
    row_number() over (partition by lower(agent_schema_name) order by occurred_at desc, record_id desc) as place,
    row_number() over (partition by lower(agent_schema_name), lower(environment_id)
      order by occurred_at desc, record_id desc) as place_in_environment
  from admin_events
  where has_own_agent = 1 and agent_schema_name is not null
)
select
  'admin_event ' || e.id as object,
  case when e.has_own_agent = 1 then 'its agent is not the one that it names'
    else 'its agent is not the one of its schema name' end as detail
from admin_events e
left join agent_references r on r.id = e.agent_reference_id
left join named n on n.place_in_environment = 1 and n.schema_name = lower(e.agent_schema_name)
  and n.environment = lower(e.environment_id)
left join named o on o.place = 1 and o.schema_name = lower(e.agent_schema_name)
where e.has_own_agent = 1 and r.agent_id is not e.agent_id
  or e.has_own_agent = 0 and (r.agent_id is not null or e.agent_id is not coalesce(n.agent_id, o.agent_id))
union all
select 'admin_event ' || id, 'area ' || area || ', authoring ' || is_authoring
from admin_events
where area not in ('agent', 'component', 'component_collection', 'ai_plugin', 'environment_variable', 'other')
  or is_authoring = 0 and area <> 'other'
union all
select distinct 'admin_event ' || c.admin_event_id, 'its changes are there without it'
from admin_event_changes c
left join admin_events e on e.id = c.admin_event_id
where e.id is null
union all
select distinct 'admin_event ' || c.admin_event_id, 'its properties are there without it'
from admin_event_properties c
left join admin_events e on e.id = c.admin_event_id
where e.id is null
