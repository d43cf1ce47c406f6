-- question: Which language models and plug-ins are used?
-- theme: Resources and risk
-- grain: one row per kind and name
-- order: kind, interaction_count desc, name
-- needs: audit_interactions
-- source: counted turns of people on covered days
-- parameter: from_day day = first covered day | first day, included
-- parameter: to_day day = day after the last covered day | day after the last one
-- column: kind text | model or plugin
-- column: name text | model, else its provider; plug-in id, else name; (none): none told
-- column: interaction_count int [interactions] | with two of a kind it counts for both
-- column: user_count int [people] | people with such an interaction
-- column: interaction_ratio real? | of all interactions in the window
with period as (
  select min(day_number) as first_number, max(day_number) as last_number
  from days
  where day >= :from_day and day < :to_day
),
bounds as (
  select p.first_number, p.last_number, min(i.id) as first_id, max(i.id) as last_id
  from period p
  join interactions i on i.day_number >= p.first_number and i.day_number <= p.last_number
  group by p.first_number, p.last_number
),
names as (
  select kind, id, name, min(id) over (partition by kind, name) as name_id
  from (
    select
      'model' as kind, id, coalesce(nullif(model_name, ''), nullif(provider_name, '')) as name
    from models
    union all
    select 'plugin', id, coalesce(nullif(plugin_id, ''), nullif(name, '')) from plugins
  ) n
  where name is not null
),
elements as (
  select
    'model' as kind, x.interaction_id, n.name_id, t.user_id
  from bounds b
  cross join interaction_models x
  cross join covered_turns t
  cross join names n
  where x.interaction_id >= b.first_id and x.interaction_id <= b.last_id
    and t.interaction_id = x.interaction_id
    and t.day_number >= b.first_number and t.day_number <= b.last_number
    and n.kind = 'model' and n.id = x.model_id
  union all
  select
    'plugin', x.interaction_id, n.name_id, t.user_id
  from bounds b
  cross join interaction_plugins x
  cross join covered_turns t
  cross join names n
  where x.interaction_id >= b.first_id and x.interaction_id <= b.last_id
    and t.interaction_id = x.interaction_id
    and t.day_number >= b.first_number and t.day_number <= b.last_number
    and n.kind = 'plugin' and n.id = x.plugin_id
),
by_user as (
  select kind, user_id, name_id, count(distinct interaction_id) as turns
  from elements
  group by kind, user_id, name_id
),
active as (
  select a.user_id, sum(a.interaction_count) as turns
  from covered_activity a
  where a.day >= :from_day and a.day < :to_day
    and a.day_number >= (select first_number from kept_records)
  group by a.user_id
),
rest as (
  select k.kind, a.turns - coalesce(u.turns, 0) as turns
  from active a
  cross join (select 'model' as kind union all select 'plugin') k
  left join (
    select kind, user_id, count(distinct interaction_id) as turns
    from elements
    group by kind, user_id
  ) u on u.kind = k.kind and u.user_id = a.user_id
),
counts as (
  select n.kind, n.name, sum(u.turns) as turns, count(*) as people
  from by_user u
  join names n on n.kind = u.kind and n.id = u.name_id
  group by n.kind, n.name
  union all
  select kind, '(none)', sum(turns), count(*) from rest where turns > 0 group by kind
)
select
  c.kind,
  c.name,
  c.turns as interaction_count,
  c.people as user_count,
  1e0 * c.turns / a.turns as interaction_ratio
from counts c
cross join (select sum(turns) as turns from active) a
order by c.kind, interaction_count desc, c.name
