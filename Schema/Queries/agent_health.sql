-- question: Which agents should be kept, reviewed or retired?
-- theme: Agents
-- grain: one row per agent ever used or in the inventory
-- order: retire, review, new, keep; idle_day_count desc; agent_key
-- needs: audit_interactions; optional agent_inventory
-- source: turns, no test pane
-- parameter: as_of_day day = last covered day | stands for today
-- parameter: history_days int = 120 | window of user_count [days]
-- parameter: new_days int = 30 | younger is new [days]
-- parameter: review_idle_days int = 30 | idle [days]
-- parameter: retire_idle_days int = 90 | too long idle [days]
-- parameter: min_users int = 3 | fewer are few [people]
-- column: agent_key text | agent id, lower case
-- column: agent_name text? | newest
-- column: agent_kind text | kind
-- column: verdict text | retire, review, new, keep
-- column: reason text | the rule
-- column: recency text? | active, recent, inactive, dormant, redundant
-- column: user_count int | in history_days
-- column: interaction_count int | in history_days
-- column: first_active_day day? | NULL: never used
-- column: last_active_day day? | newest
-- column: idle_day_count int? [days] | since then
-- column: is_in_inventory flag? | NULL: no inventory
-- column: history_days int | given
-- column: new_days int | given
-- column: review_idle_days int | given
-- column: retire_idle_days int | given
-- column: min_users int | given
with today as (select day_number as today from days where day = :as_of_day),
known as (select day_number from covered_days where source = 'audit_interactions'),
labels as (
  select
    agent_key, coalesce(max(turn_kind), max(title_kind)) as agent_kind,
    coalesce(max(turn_name), max(list_name), max(schema_name)) as agent_name
  from today p
  join agent_label_spans n on n.valid_from <= p.today and n.valid_to > p.today
  group by agent_key
),
used as (
  select
    agent_key, min(day_number) as first_day, max(day_number) as last_day,
    sum(is_near * interaction_count) as turns,
    count(distinct case when is_near = 1 and way = 'use' then user_id end) as people
  from (
    select
      a.*, case when a.day_number > t.today - :history_days then a.is_covered else 0 end as is_near
    from today t
    join agent_activity a on a.day_number <= t.today and a.way <> 'test'
  ) a
  group by agent_key
),
listed as (
  select l.agent_key, min(l.created_day) as created_day
  from today t
  join listed_agents l on l.valid_from <= t.today and l.valid_to > t.today
    and coalesce(l.created_day, 0) <= t.today
  group by l.agent_key
),
facts as (
  select
    k.agent_key, u.first_day, u.last_day, u.turns, u.people, t.today - u.last_day as idle,
    t.today, l.agent_key as listed_key,
    coalesce(l.created_day, case when e.first_day <= t.today - :new_days then u.first_day end)
      as born_day,
    coalesce(u.last_day, case when t.today - l.created_day >= :retire_idle_days
      then t.today - :retire_idle_days end) as quiet_day
  from (select agent_key from used union select agent_key from listed) k
  cross join today t
  cross join (select min(day_number) as first_day from known) e
  left join used u on u.agent_key = k.agent_key
  left join listed l on l.agent_key = k.agent_key
),
covered as (
  select f.agent_key, count(*) as days
  from facts f
  join known c on c.day_number > f.quiet_day and c.day_number <= f.today
  group by f.agent_key
),
judged as (
  select
    f.*,
    case
      when f.born_day > f.today - :new_days then 3
      when f.today - f.quiet_day >= :retire_idle_days
      then case when f.today - f.quiet_day <= c.days then 1 else 0 end
      when f.idle < :review_idle_days and f.people >= :min_users then 4
      else 2
    end as rule
  from facts f
  left join covered c on c.agent_key = f.agent_key
)
select
  j.agent_key,
  n.agent_name,
  coalesce(n.agent_kind, 'other') as agent_kind,
  case rule when 1 then 'retire' when 3 then 'new' when 4 then 'keep' else 'review' end as verdict,
  case
    when rule = 0 then 'not_enough_history' when rule = 3 then 'new' when rule = 4 then 'in_use'
    when idle is null then 'never_used' when rule = 1 or idle >= :review_idle_days then 'idle'
    else 'few_users'
  end as reason,
  case when idle <= 7 then 'active' when idle <= 30 then 'recent' when idle <= 60 then 'inactive'
    when idle <= 90 then 'dormant' when idle > 90 then 'redundant' end as recency,
  coalesce(j.people, 0) as user_count,
  coalesce(j.turns, 0) as interaction_count,
  y.day as first_active_day,
  z.day as last_active_day,
  j.idle as idle_day_count,
  case when j.listed_key is not null then 1 else i.missing end as is_in_inventory,
  :history_days as history_days,
  :new_days as new_days,
  :review_idle_days as review_idle_days,
  :retire_idle_days as retire_idle_days,
  :min_users as min_users
from judged j
cross join (select min(0) as missing from snapshots where kind = 'agents') i
left join labels n on n.agent_key = j.agent_key
left join days y on y.day_number = j.first_day
left join days z on z.day_number = j.last_day
order by
  case rule when 0 then 2 else rule end, idle desc, j.agent_key
