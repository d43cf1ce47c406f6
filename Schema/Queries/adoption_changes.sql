-- question: What changed against the period before?
-- theme: Activity
-- grain: one row per measure
-- order: fixed order of measures
-- needs: audit_interactions; optional license_lists
-- source: as many days before; see adoption_summary
-- parameter: from_day day = first covered day | first day
-- parameter: to_day day = day after the last covered day | day after
-- column: measure text | as in adoption_summary
-- column: current_value real? | value in the window
-- column: previous_value real? | value before; if known in full
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
  select day_number
  from current_period
  join audit_calendar on day_number >= first_number and day_number <= last_number
  where is_covered = 0
),
bounds as (
  select
    min(first_number) as first_number, max(last_number) as last_number, max(first_number) as turn
  from periods
),
people as (
  select
    u.id as user_id, max(day_number) as last_day, min(day_number) as first_day,
    sum(interaction_count) as turns, sum(prompt_count) as prompts,
    sum(case when day_number < turn then 0 else interaction_count end) as new_turns,
    sum(case when day_number < turn then 0 else prompt_count end) as new_prompts
  from bounds
  cross join users u
  cross join hourly_activity on user_id = u.id and day_number >= first_number
    and day_number <= last_number
  where day_number not in (select day_number from unknown_days)
  group by u.id
),
activity as (
  select
    place, count(*) as user_count, count(l.user_id) as licensed,
    sum(case place when 1 then new_turns else turns - new_turns end) as turns,
    sum(case place when 1 then new_prompts else prompts - new_prompts end) as prompts
  from periods
  join people a on last_day >= first_number and first_day <= last_number
  left join holder_spans l
    on l.user_id = a.user_id and valid_from <= last_number and valid_to > last_number
  group by place
),
places as (
  select
    place, sum(conversation_count) as own,
    count(distinct case when agent_id > 0 then user_id end) as agents
  from periods
  cross join adoption_activity on day_number >= first_number and day_number <= last_number
  where day_number not in (select day_number from unknown_days)
  group by place
),
threads as (
  select place, count(distinct thread_id) as shared
  from periods
  cross join shared_conversations on day_number >= first_number and day_number <= last_number
  where day_number not in (select day_number from unknown_days)
  group by place
),
holders as (
  select place, count(user_id) as user_count
  from periods
  left join holder_spans on valid_from <= last_number and valid_to > last_number
  group by place
),
facts as (
  select
    p.place, zero + coalesce(a.user_count, 0) as users, p.day_count, p.covered_count,
    case when license_day is not null then zero + coalesce(a.licensed, 0) end as licensed,
    case when license_day is not null then h.user_count end as holders,
    zero + coalesce(turns, 0) as turns, zero + coalesce(prompts, 0) as prompts,
    zero + coalesce(own, 0) + coalesce(shared, 0) as threads,
    zero + coalesce(agents, 0) as agent_users
  from (select p.*, case when covered_count > 0 then 0 end as zero from periods p) p
  cross join first_lists
  left join activity a on a.place = p.place
  left join places r on r.place = p.place
  left join threads t on t.place = p.place
  left join holders h on h.place = p.place
),
measured as (
  select place, 1 as rank_number, 'active_user_count' as measure, 1e0 * users as amount from facts
  union all select place, 2, 'active_licensed_user_count', 1e0 * licensed from facts
  union all select place, 3, 'licensed_user_count', 1e0 * holders from facts
  union all
  select place, 4, 'active_license_ratio',
    case when covered_count = day_count then 1e0 * licensed / nullif(holders, 0) end
  from facts
  union all select place, 5, 'interaction_count', 1e0 * turns from facts
  union all select place, 6, 'prompt_count', 1e0 * prompts from facts
  union all select place, 7, 'conversation_count', 1e0 * threads from facts
  union all select place, 8, 'agent_user_count', 1e0 * agent_users from facts
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
