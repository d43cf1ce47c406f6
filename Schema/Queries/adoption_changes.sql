-- question: What changed against the period before?
-- theme: Activity
-- grain: one row per measure
-- order: fixed order of measures
-- needs: audit_interactions; optional license_lists
-- source: as many days right before the window; see adoption_summary
-- parameter: from_day day = first covered day | first day, included
-- parameter: to_day day = day after the last covered day | day after the last one
-- column: measure text | name of the measure, as a column of adoption_summary
-- column: current_value real? | value in the window
-- column: previous_value real? | value in the period before; only if all its days are known
-- column: change_value real? | current - previous
-- column: change_ratio real? | change / previous
with current_period as (
  select
    min(day_number) as first_number, max(day_number) as last_number, count(*) as day_count,
    sum(is_covered) as covered_count
  from audit_calendar
  where day >= :from_day and day < :to_day
),
periods as (
  select 1 as place, first_number, last_number, day_count, covered_count from current_period
  union all
  select 2, min(d.day_number), max(d.day_number), count(*), sum(d.is_covered)
  from current_period p
  join audit_calendar d
    on d.day_number >= p.first_number - p.day_count and d.day_number < p.first_number
  having sum(d.is_covered) = max(p.day_count)
),
known_days as (
  select d.day_number, p.place, p.last_number
  from periods p
  join audit_calendar d
    on d.day_number >= p.first_number and d.day_number <= p.last_number and d.is_covered = 1
),
person_days as (
  select
    a.day_number, a.user_id, sum(a.interaction_count) as interaction_count,
    sum(a.prompt_count) as prompt_count, max(a.agent_id) as any_agent_id
  from adoption_activity a
  where a.day_number >= (select min(first_number) from periods)
    and a.day_number <= (select max(last_number) from periods)
  group by a.day_number, a.user_id
),
people as (
  select
    k.place, a.user_id, max(k.last_number) as last_number,
    sum(a.interaction_count) as interaction_count, sum(a.prompt_count) as prompt_count,
    max(a.any_agent_id) as any_agent_id
  from person_days a
  join known_days k on k.day_number = a.day_number
  group by k.place, a.user_id
),
activity as (
  select
    p.place, count(*) as user_count, count(l.user_id) as licensed_count,
    sum(p.interaction_count) as interaction_count, sum(p.prompt_count) as prompt_count,
    count(nullif(p.any_agent_id, 0)) as agent_user_count
  from people p
  left join holder_spans l
    on l.user_id = p.user_id and l.valid_from <= p.last_number and l.valid_to > p.last_number
  group by p.place
),
threads as (
  select k.place, count(distinct c.conversation_key) as thread_count
  from known_days k
  join daily_conversations c on c.day_number = k.day_number
  group by k.place
),
holders as (
  select p.place, count(l.user_id) as user_count
  from periods p
  left join holder_spans l on l.valid_from <= p.last_number and l.valid_to > p.last_number
  group by p.place
),
facts as (
  select
    p.place, p.day_count, p.covered_count, f.license_day, h.user_count as holder_count,
    case when p.covered_count > 0 then coalesce(a.user_count, 0) end as user_count,
    case when p.covered_count > 0 then coalesce(a.licensed_count, 0) end as licensed_count,
    case when p.covered_count > 0 then coalesce(a.interaction_count, 0) end as interaction_count,
    case when p.covered_count > 0 then coalesce(a.prompt_count, 0) end as prompt_count,
    case when p.covered_count > 0 then coalesce(t.thread_count, 0) end as thread_count,
    case when p.covered_count > 0 then coalesce(a.agent_user_count, 0) end as agent_user_count
  from periods p
  cross join first_lists f
  left join activity a on a.place = p.place
  left join threads t on t.place = p.place
  left join holders h on h.place = p.place
),
measured as (
  select place, 1 as rank_number, 'active_user_count' as measure, 1e0 * user_count as amount
  from facts
  union all
  select place, 2, 'active_licensed_user_count',
    case when license_day is not null then 1e0 * licensed_count end
  from facts
  union all
  select place, 3, 'licensed_user_count',
    case when license_day is not null then 1e0 * holder_count end
  from facts
  union all
  select place, 4, 'active_license_ratio',
    case when license_day is not null and covered_count = day_count
      then 1e0 * licensed_count / nullif(holder_count, 0) end
  from facts
  union all select place, 5, 'interaction_count', 1e0 * interaction_count from facts
  union all select place, 6, 'prompt_count', 1e0 * prompt_count from facts
  union all select place, 7, 'conversation_count', 1e0 * thread_count from facts
  union all select place, 8, 'agent_user_count', 1e0 * agent_user_count from facts
)
select
  c.measure,
  c.amount as current_value,
  p.amount as previous_value,
  c.amount - p.amount as change_value,
  (c.amount - p.amount) / nullif(p.amount, 0e0) as change_ratio
from measured c
left join measured p on p.measure = c.measure and p.place = 2
where c.place = 1
order by c.rank_number
