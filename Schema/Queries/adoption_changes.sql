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
unknown_days as (
  select c.day_number
  from current_period p
  join audit_calendar c
    on c.day_number >= p.first_number and c.day_number <= p.last_number and c.is_covered = 0
),
bounds as (
  select
    min(p.first_number) as first_number, max(p.last_number) as last_number,
    max(p.first_number) as current_number
  from periods p
),
people as (
  select
    u.id as user_id, max(h.day_number) as last_day, min(h.day_number) as first_day,
    sum(h.interaction_count) as interactions, sum(h.prompt_count) as prompts,
    sum(case when h.day_number >= b.current_number then h.interaction_count else 0 end)
      as current_interactions,
    sum(case when h.day_number >= b.current_number then h.prompt_count else 0 end)
      as current_prompts
  from bounds b
  cross join users u
  cross join hourly_activity h on h.user_id = u.id and h.day_number >= b.first_number
    and h.day_number <= b.last_number
  where h.day_number not in (select day_number from unknown_days)
  group by u.id
),
activity as (
  select
    p.place, count(*) as user_count, count(l.user_id) as licensed_count,
    sum(case p.place when 1 then a.current_interactions else interactions - current_interactions end)
      as interaction_count,
    sum(case p.place when 1 then a.current_prompts else prompts - current_prompts end)
      as prompt_count
  from periods p
  join people a on a.last_day >= p.first_number and a.first_day <= p.last_number
  left join holder_spans l
    on l.user_id = a.user_id and l.valid_from <= p.last_number and l.valid_to > p.last_number
  group by p.place
),
rows_of_periods as (
  select
    p.place, sum(a.conversation_count) as thread_count,
    count(distinct case when a.agent_id > 0 then a.user_id end) as agent_user_count
  from periods p
  cross join adoption_activity a
    on a.day_number >= p.first_number and a.day_number <= p.last_number
  where a.day_number not in (select day_number from unknown_days)
  group by p.place
),
threads as (
  select p.place, count(distinct c.thread_id) as thread_count
  from periods p
  cross join shared_conversations c
    on c.day_number >= p.first_number and c.day_number <= p.last_number
  where c.day_number not in (select day_number from unknown_days)
  group by p.place
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
    case when p.covered_count > 0 then coalesce(r.thread_count, 0) + coalesce(t.thread_count, 0)
      end as thread_count,
    case when p.covered_count > 0 then coalesce(r.agent_user_count, 0) end as agent_user_count
  from periods p
  cross join first_lists f
  left join activity a on a.place = p.place
  left join rows_of_periods r on r.place = p.place
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
