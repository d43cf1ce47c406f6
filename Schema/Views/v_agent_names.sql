create view agent_names as
-- The names of agents over time, from all records that give one. Key: (agent_key, agent_name).
with sightings (agent_key, agent_name, first_seen_at, last_seen_at, record_count) as (
  select
    g.agent_key, coalesce(nullif(r.target_agent_name, ''), nullif(r.agent_name, '')),
    min(i.occurred_at), max(i.occurred_at), count(*)
  from agent_references r
  join agents g on g.id = r.agent_id
  join interactions i on i.agent_reference_id = r.id
  group by r.id
  union all
  select
    coalesce(g.agent_key, lower(e.agent_schema_name)),
    coalesce(nullif(r.target_agent_name, ''), nullif(r.agent_name, '')),
    e.occurred_at, e.occurred_at, 1
  from admin_events e
  join agent_references r on r.id = e.agent_reference_id
  left join agents g on g.id = e.agent_id
),
names as (
  select
    agent_key, agent_name, min(first_seen_at) as first_seen_at, max(last_seen_at) as last_seen_at,
    sum(record_count) as record_count
  from sightings
  where agent_key is not null and agent_name is not null
  group by agent_key, agent_name
)
select
  n.agent_key as agent_key, -- the agent; the schema name in lower case where no id is known
  n.agent_name as agent_name, -- TargetAgentName, else AgentName, as received
  date(n.first_seen_at, 'unixepoch') as first_seen_day, -- first record with this name [YYYY-MM-DD]
  date(n.last_seen_at, 'unixepoch') as last_seen_day, -- last record with this name [YYYY-MM-DD]
  n.record_count as record_count, -- interactions and administrative events with this name [records]
  case
    when row_number() over (partition by n.agent_key order by n.last_seen_at desc, n.agent_name desc) = 1 then 1
    else 0
  end as is_newest -- 1: the name that the agent had last
from names n
