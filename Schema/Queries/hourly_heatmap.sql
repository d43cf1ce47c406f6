-- question: At which hours of the week is Copilot used?
-- theme: Activity
-- grain: one row per weekday and hour, always 168
-- order: weekday, hour
-- needs: audit_interactions
-- source: creation time of the records, UTC; counted turns
-- parameter: from_day day = first covered day | first day, included
-- parameter: to_day day = day after the last covered day | day after the last one
-- column: weekday int | 1 Monday to 7 Sunday
-- column: hour int | 0 to 23, UTC
-- column: interaction_count int? [interactions] | counted turns; NULL: no such day is known
-- column: prompt_count int? [messages] | prompts
-- column: active_user_count int? [people] | distinct people in that hour of the week
with window_days as (
  select day_number, weekday, is_covered
  from audit_calendar
  where day >= :from_day and day < :to_day
),
period as (
  select
    min(day_number) as first_number, max(day_number) as last_number,
    sum(is_covered) as covered_count
  from window_days
),
clock_hours as (
  select day_number - (select min(day_number) from days) as hour
  from days
  where day_number < 24 + (select min(day_number) from days)
),
weekdays as (
  select d.weekday, coalesce(max(w.is_covered), max(p.covered_count)) as known_count
  from (select distinct weekday from days) d
  cross join period p
  left join window_days w on w.weekday = d.weekday
  group by d.weekday
),
hour_use as (
  select
    min(w.weekday) as weekday, min(h.hour) as hour, sum(h.interaction_count) as interaction_count,
    sum(h.prompt_count) as prompt_count, count(distinct h.user_id) as user_count
  from hourly_activity h
  join window_days w on w.day_number = h.day_number
  where w.is_covered = 1
  group by w.weekday * 24 + h.hour
)
select
  d.weekday,
  h.hour,
  case when d.known_count > 0 then coalesce(u.interaction_count, 0) end as interaction_count,
  case when d.known_count > 0 then coalesce(u.prompt_count, 0) end as prompt_count,
  case when d.known_count > 0 then coalesce(u.user_count, 0) end as active_user_count
from weekdays d
cross join clock_hours h
left join hour_use u on u.weekday = d.weekday and u.hour = h.hour
order by d.weekday, h.hour
