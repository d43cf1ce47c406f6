-- question: How many people used Copilot each week?
-- theme: Activity
-- grain: one row per week with a day in the window; only days in the window count
-- order: week_start
-- needs: audit_interactions; optional license_lists
-- source: active user as in the Microsoft 365 usage report; counted turns, not records
-- parameter: from_day day = first covered day | first day, included
-- parameter: to_day day = day after the last covered day | day after the last one
-- column: week_start day | Monday of the week
-- column: day_count int [days] | days of the week in the window
-- column: covered_day_count int [days] | of these, days that are known
-- column: is_complete flag | 1: all seven days lie in the window and are known
-- column: active_user_count int? [people] | people with an interaction; NULL: no day is known
-- column: active_licensed_user_count int? [people] | of these, licensed on the row's last day
-- column: interaction_count int? [interactions] | counted turns
-- column: prompt_count int? [messages] | prompts
-- column: conversation_count int? [conversations] | distinct threads
-- column: prompts_per_active_user real? | prompts / active users
-- column: new_user_count int? [people] | active, never seen before; NULL: week before not known
with known_weeks as (
  select week_start, max(day_number) as last_number, sum(is_covered) as covered_count
  from audit_calendar
  group by week_start
),
window_weeks as (
  select
    week_start, min(day_number) as first_number, max(day_number) as last_number,
    min(day_number - weekday) as before_number, count(*) as day_count,
    sum(is_covered) as covered_count
  from audit_calendar
  where day >= :from_day and day < :to_day
  group by week_start
),
period as (
  select min(first_number) as first_number, max(last_number) as last_number from window_weeks
),
unknown_days as (
  select day_number
  from audit_calendar
  where day >= :from_day and day < :to_day and is_covered = 0
),
week_people as (
  select
    d.day_number as first_number, count(distinct a.user_id) as user_count,
    count(distinct l.user_id) as licensed_count,
    sum(a.interaction_count) as interaction_count, sum(a.prompt_count) as prompt_count,
    sum(a.conversation_count) as conversation_count
  from days d
  cross join window_weeks w on w.first_number = d.day_number
  cross join adoption_activity a
    on a.day_number >= w.first_number and a.day_number <= w.last_number
  left join holder_spans l
    on l.user_id = a.user_id and l.valid_from <= w.last_number and l.valid_to > w.last_number
  where a.day_number not in (select day_number from unknown_days)
  group by d.day_number
),
week_threads as (
  select d.day_number as first_number, count(distinct c.thread_id) as conversation_count
  from days d
  cross join window_weeks w on w.first_number = d.day_number
  cross join shared_conversations c
    on c.day_number >= w.first_number and c.day_number <= w.last_number
  where c.day_number not in (select day_number from unknown_days)
  group by d.day_number
),
first_uses as (
  select
    u.id as user_id, min(h.day_number) as first_ever,
    min(case when h.day_number >= (select first_number from period)
      and h.day_number not in (select day_number from unknown_days) then h.day_number end)
      as first_seen
  from users u
  cross join hourly_activity h on h.user_id = u.id
    and h.day_number <= (select last_number from period)
  group by u.id
),
newcomers as (
  select s.week_start, count(*) as user_count
  from first_uses u
  join days e on e.day_number = u.first_ever
  join days s on s.day_number = u.first_seen and s.week_start = e.week_start
  group by s.week_start
)
select
  w.week_start,
  w.day_count,
  w.covered_count as covered_day_count,
  case when w.covered_count = 7 then 1 else 0 end as is_complete,
  case when w.covered_count > 0 then coalesce(p.user_count, 0) end as active_user_count,
  case when w.covered_count > 0 and f.license_day is not null then coalesce(p.licensed_count, 0) end
    as active_licensed_user_count,
  case when w.covered_count > 0 then coalesce(p.interaction_count, 0) end as interaction_count,
  case when w.covered_count > 0 then coalesce(p.prompt_count, 0) end as prompt_count,
  case when w.covered_count > 0
    then coalesce(p.conversation_count, 0) + coalesce(t.conversation_count, 0)
  end as conversation_count,
  1e0 * p.prompt_count / p.user_count as prompts_per_active_user,
  case when w.covered_count > 0 and b.covered_count = 7 then coalesce(n.user_count, 0) end
    as new_user_count
from window_weeks w
cross join first_lists f
left join known_weeks b on b.last_number = w.before_number
left join week_people p on p.first_number = w.first_number
left join week_threads t on t.first_number = w.first_number
left join newcomers n on n.week_start = w.week_start
order by w.week_start
