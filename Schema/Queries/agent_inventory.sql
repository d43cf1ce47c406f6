-- question: Which agents are known, and what became of them?
-- theme: Agents
-- grain: one row per agent
-- order: agent_key
-- needs: audit_interactions or agent_authoring or agent_inventory
-- source: turns, events and lists up to the day
-- parameter: as_of_day day = last covered day | stands for today
-- column: agent_key text | agent id, schema name or Title ID
-- column: agent_name text? | name
-- column: agent_kind text? | NULL: only authoring events
-- column: schema_name text? | newest
-- column: environment text? | id
-- column: created_day day? | inventory, else first BotCreate
-- column: created_by text? | likewise
-- column: last_changed_day day? | event, else inventory
-- column: last_published_day day? | newest BotPublish
-- column: deleted_day day? | BotDelete, nothing after it
-- column: share_event_count int? | BotShare
-- column: last_active_day day? | test pane left out
-- column: interaction_count int? | test pane left out
-- column: is_in_usage flag? | NULL: no audit
-- column: is_in_authoring flag? | NULL: no events
-- column: is_in_inventory flag? | NULL: no inventory
with today as (select day_number as today from days where day = :as_of_day),
labels as (
  select
    agent_key, coalesce(max(turn_kind), max(title_kind)) as agent_kind,
    coalesce(max(turn_name), max(list_name), max(schema_name)) as agent_name,
    max(schema_name) as schema_name
  from today p
  join agent_label_spans n on n.valid_from <= p.today and n.valid_to > p.today
  group by agent_key
),
used as (
  select
    a.agent_key, max(case when a.way <> 'test' then a.day_number end) as last_day,
    sum(case when a.way <> 'test' then a.interaction_count else 0 end) as turns
  from today t
  join agent_activity a on a.day_number <= t.today
  group by a.agent_key
),
events as (
  select
    agent_key, lower(operation) as operation, day, changed_at, environment_id, user_principal_name,
    row_number() over (partition by agent_key, operation order by changed_at, record_id) as nth,
    row_number() over (
      partition by agent_key, case when environment_id <> '' then 1 end
      order by changed_at desc, record_id desc
    ) as place
  from authoring_events
  where day <= :as_of_day and detail_number <= 1 and agent_key <> ''
),
changed as (
  select
    agent_key, max(day) as last_day,
    max(case when place = 1 then nullif(environment_id, '') end) as environment,
    min(case operation when 'botcreate' then day end) as created_day,
    max(case when operation = 'botcreate' and nth = 1 then user_principal_name end) as created_by,
    max(case operation when 'botpublish' then day end) as published_day,
    max(case operation when 'botdelete' then day end) as deleted_day,
    max(case operation when 'botdelete' then changed_at end) as deleted_at,
    max(case when operation not in ('botdelete', 'botdeletecleanup') then changed_at end)
      as kept_at,
    sum(case operation when 'botshare' then 1 else 0 end) as shares
  from events
  group by agent_key
),
listed as (
  select
    l.*, row_number() over (partition by l.agent_key order by l.created_day, l.title_id) as nth
  from today t
  join listed_agents l on l.valid_from <= t.today and l.valid_to > t.today
),
sources as (
  select
    max(case source when 'audit_interactions' then 0 end) as audit,
    max(case source when 'agent_authoring' then 0 end) as authoring,
    max(case source when 'agent_inventory' then 0 end) as inventory
  from (
    select source from covered_days
    union all
    select 'agent_inventory' from snapshots where kind = 'agents'
    union all
    select 'agent_authoring' from admin_events where is_authoring = 1
    union all
    select 'audit_interactions' from used
  ) s
)
select
  k.agent_key,
  n.agent_name,
  case when u.agent_key is not null or l.agent_key is not null then coalesce(n.agent_kind, 'other')
    end as agent_kind,
  n.schema_name,
  coalesce(c.environment, l.created_in) as environment,
  coalesce(x.day, c.created_day) as created_day,
  coalesce(l.created_by, c.created_by) as created_by,
  coalesce(c.last_day, y.day) as last_changed_day,
  c.published_day as last_published_day,
  case when c.kept_at > c.deleted_at then null else c.deleted_day end as deleted_day,
  coalesce(c.shares, s.authoring) as share_event_count,
  z.day as last_active_day,
  coalesce(u.turns, s.audit) as interaction_count,
  case when u.agent_key is not null then 1 else s.audit end as is_in_usage,
  case when c.agent_key is not null then 1 else s.authoring end as is_in_authoring,
  case when l.agent_key is not null then 1 else s.inventory end as is_in_inventory
from (
  select agent_key from used
  union
  select agent_key from changed
  union
  select agent_key from listed
) k
cross join sources s
left join used u on u.agent_key = k.agent_key
left join changed c on c.agent_key = k.agent_key
left join listed l on l.agent_key = k.agent_key and l.nth = 1
left join labels n on n.agent_key = k.agent_key
left join days x on x.day_number = l.created_day
left join days y on y.day_number = l.updated_day
left join days z on z.day_number = u.last_day
order by k.agent_key
