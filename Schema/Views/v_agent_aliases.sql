create view agent_aliases as
-- Every spelling that leads to an agent. Key: (agent_key, kind, alias).
select
  g.agent_key as agent_key, -- the agent; the schema name in lower case where no id is known
  'agent_id' as kind, -- agent_id, target_platform_agent_id, schema_name or title_id
  r.raw_agent_id as alias -- the spelling as received; title_id: the part of an agent id that the agents catalogue knows
from agent_references r
join agents g on g.id = r.agent_id
where r.raw_agent_id is not null
union
select g.agent_key, 'target_platform_agent_id', r.target_platform_agent_id
from agent_references r
join agents g on g.id = r.agent_id
where r.target_platform_agent_id is not null
union
select coalesce(g.agent_key, lower(e.agent_schema_name)), 'schema_name', e.agent_schema_name
from admin_events e
left join agents g on g.id = e.agent_id
where e.agent_schema_name is not null
union
select -- Copilot.Studio.<environment>-<schema name>, the environment a GUID or Default- and a GUID
  g.agent_key, 'schema_name',
  substr(p.app_identity, case when p.app_identity like 'Copilot.Studio.Default-%' then 61 else 53 end)
from (select distinct agent_id, record_profile_id from interactions where agent_id is not null) i
join agents g on g.id = i.agent_id
join record_profiles p on p.id = i.record_profile_id
where p.app_identity like 'Copilot.Studio.________-____-____-____-____________-_%'
  or p.app_identity like 'Copilot.Studio.Default-________-____-____-____-____________-_%'
union
select g.agent_key, 'title_id', t.title_id
from agent_titles t
join agents g on g.id = t.agent_id
