-- question: How many people used Copilot each day?
-- theme: Activity
-- grain: one row per calendar day of the window, quiet days included
-- order: day
-- needs: audit_interactions; optional license_lists
-- source: active user as in the Microsoft 365 usage report; counted turns, not records
-- parameter: from_day day = first covered day | first day, included
-- parameter: to_day day = day after the last covered day | day after the last one
-- column: day day | the day, UTC
-- column: weekday int | 1 Monday to 7 Sunday
-- column: is_covered flag | 1: the audit data of the day are known
-- column: active_user_count int? [people] | people with an interaction; NULL if not covered
-- column: active_licensed_user_count int? [people] | active and licensed that day
-- column: interaction_count int? [interactions] | counted turns
-- column: prompt_count int? [messages] | prompts
-- column: conversation_count int? [conversations] | threads with an interaction that day
with window_days as (
  select day_number, day, weekday, is_covered
  from audit_calendar
  where day >= :from_day and day < :to_day
),
period as (
  select min(day_number) as first_number, max(day_number) as last_number from window_days
),
day_totals as (
  select
    d.day_number, count(distinct a.user_id) as user_count,
    sum(a.interaction_count) as interaction_count, sum(a.prompt_count) as prompt_count,
    sum(a.conversation_count) as conversation_count
  from period p
  cross join days d on d.day_number >= p.first_number and d.day_number <= p.last_number
  cross join adoption_activity a on a.day_number = d.day_number
  group by d.day_number
),
daily_licensed as (
  select d.day_number, count(distinct l.user_id) as user_count
  from period p
  cross join days d on d.day_number >= p.first_number and d.day_number <= p.last_number
  cross join adoption_activity a on a.day_number = d.day_number
  join holder_spans l
    on l.user_id = a.user_id and l.valid_from <= d.day_number and l.valid_to > d.day_number
  group by d.day_number
),
daily_threads as (
  select c.day_number, count(distinct c.thread_id) as conversation_count
  from shared_conversations c
  where c.day_number >= (select first_number from period)
    and c.day_number <= (select last_number from period)
  group by c.day_number
)
select
  w.day,
  w.weekday,
  w.is_covered,
  case when w.is_covered = 1 then coalesce(u.user_count, 0) end as active_user_count,
  case when w.is_covered = 1 and f.license_day is not null then coalesce(l.user_count, 0) end
    as active_licensed_user_count,
  case when w.is_covered = 1 then coalesce(u.interaction_count, 0) end as interaction_count,
  case when w.is_covered = 1 then coalesce(u.prompt_count, 0) end as prompt_count,
  case when w.is_covered = 1
    then coalesce(u.conversation_count, 0) + coalesce(t.conversation_count, 0)
  end as conversation_count
from window_days w
cross join first_lists f
left join day_totals u on u.day_number = w.day_number
left join daily_licensed l on l.day_number = w.day_number
left join daily_threads t on t.day_number = w.day_number
order by w.day
