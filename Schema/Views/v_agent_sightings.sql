create view agent_sightings as
-- How turns with an agent speak of it: record type 261, one record per turn, all users and app hosts. No key: one row per agent, way of speaking and day.
select
  t.agent_id as agent_id, -- agents.id
  g.agent_key as agent_key, -- the agent
  t.day_number as day_number, -- UTC day [day number]
  t.last_at as last_at, -- newest such turn of the day [unix seconds UTC]
  coalesce(nullif(trim(r.target_agent_name), ''), nullif(trim(r.agent_name), '')) as agent_name, -- NULL when not told
  case
    when substr(lower(coalesce(r.raw_agent_id, g.agent_key)), 1, 26) = 'copilotstudio.declarative.'
      or substr(lower(coalesce(r.raw_agent_id, g.agent_key)), 1, 2) = 'p_' then 'declarative'
    when substr(lower(coalesce(r.raw_agent_id, g.agent_key)), 1, 27) = 'copilotstudio.customengine.'
      or substr(lower(coalesce(r.raw_agent_id, g.agent_key)), 1, 2) = 't_'
      or trim(r.target_agent_name) <> '' then 'custom_engine'
    when replace(lower(coalesce(r.raw_agent_id, g.agent_key)), 'spo_', '')
      <> lower(coalesce(r.raw_agent_id, g.agent_key)) then 'sharepoint'
    when substr(lower(coalesce(r.raw_agent_id, g.agent_key)), 1, 13) = 'teamstoolkit.' then 'teams_toolkit'
    when substr(lower(coalesce(r.raw_agent_id, g.agent_key)), 1, 8) = 'builtin_'
      or replace(lower(coalesce(r.raw_agent_id, g.agent_key)), 'cowork', '')
        <> lower(coalesce(r.raw_agent_id, g.agent_key)) then 'microsoft'
    else 'other'
  end as agent_kind, -- kind that id or name tell; other when they tell none
  case -- Copilot.Studio.<environment>-<schema name>, the environment a GUID or Default- and a GUID
    when substr(lower(p.app_identity), 1, 23) = 'copilot.studio.default-' and substr(p.app_identity, 60, 1) = '-'
      and substr(p.app_identity, 32, 1) = '-' and length(p.app_identity) > 60 then substr(p.app_identity, 61)
    when substr(lower(p.app_identity), 1, 15) = 'copilot.studio.' and substr(p.app_identity, 52, 1) = '-'
      and substr(p.app_identity, 24, 1) = '-' and length(p.app_identity) > 52 then substr(p.app_identity, 53)
  end as schema_name -- schema name in AppIdentity; NULL without one
from (
  select i.agent_id, i.agent_reference_id, i.record_profile_id, i.day_number, max(i.occurred_at) as last_at
  from interactions i
  where i.agent_id is not null and i.record_type = 261 and i.is_counted = 1
  group by i.agent_id, i.agent_reference_id, i.record_profile_id, i.day_number
) t
join agents g on g.id = t.agent_id
join record_profiles p on p.id = t.record_profile_id
left join agent_references r on r.id = t.agent_reference_id
