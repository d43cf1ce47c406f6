-- question: How many people used Copilot lately, seen from each day?
-- theme: Activity
-- grain: one row per calendar day of the window
-- order: day
-- needs: audit_interactions
-- source: daily, weekly and monthly actives as in the Microsoft 365 usage report
-- parameter: from_day day = first covered day | first day, included
-- parameter: to_day day = day after the last covered day | day after the last one
-- parameter: week_days int = 7 | days of the short window, the day itself included [days]
-- parameter: month_days int = 28 | days of the long window, the day itself included [days]
-- column: day day | the day, UTC
-- column: daily_active_user_count int? [people] | active that day; NULL: the day is not known
-- column: weekly_active_user_count int? [people] | active in the short window; NULL if partly known
-- column: monthly_active_user_count int? [people] | active in the long window; NULL if partly known
-- column: daily_monthly_ratio real? | daily / monthly
-- column: weekly_monthly_ratio real? | weekly / monthly
-- column: stickiness_ratio real? | mean daily actives of the long window / monthly
with period as (
  select min(day_number) as first_number, max(day_number) as last_number
  from days
  where day >= :from_day and day < :to_day
),
reach as (
  select
    first_number, last_number, first_number - case when :week_days > :month_days then :week_days
      else :month_days end + 1 as reached_number
  from period
),
known as (
  select day_number, day, is_covered
  from audit_calendar
  where day_number >= (select reached_number from reach)
    and day_number <= (select last_number from reach)
),
person_days as (
  select distinct user_id, day_number
  from hourly_activity
  where day_number >= (select reached_number from reach)
    and day_number <= (select last_number from reach)
),
pauses as (
  select
    day_number,
    lead(day_number) over (partition by user_id order by day_number) as next_number
  from person_days
),
endings as (
  select day_number, next_number, count(*) as user_count
  from pauses
  group by day_number, next_number
),
events as (
  select day_number, user_count as daily, user_count as weekly, user_count as monthly
  from endings
  union all
  select
    case when next_number < day_number + :week_days then next_number
      else day_number + :week_days end, 0, -user_count, 0
  from endings
  union all
  select
    case when next_number < day_number + :month_days then next_number
      else day_number + :month_days end, 0, 0, -user_count
  from endings
),
day_events as (
  select
    day_number, sum(daily) as daily, sum(weekly) as weekly, sum(monthly) as monthly
  from events
  group by day_number
),
running as (
  select
    k.day_number, k.day, k.is_covered, coalesce(e.daily, 0) as daily,
    sum(coalesce(e.weekly, 0)) over (order by k.day_number rows unbounded preceding) as weekly,
    sum(coalesce(e.monthly, 0)) over (order by k.day_number rows unbounded preceding) as monthly,
    sum(coalesce(e.daily, 0)) over (order by k.day_number rows unbounded preceding) as daily_sum,
    sum(k.is_covered) over (order by k.day_number rows unbounded preceding) as known_sum
  from known k
  left join day_events e on e.day_number = k.day_number
),
facts as (
  select
    r.day, case when r.is_covered = 1 then r.daily end as daily,
    case when r.known_sum - coalesce(w.known_sum, 0) = :week_days then r.weekly end as weekly,
    case when r.known_sum - coalesce(m.known_sum, 0) = :month_days then r.monthly end as monthly,
    r.daily_sum - coalesce(m.daily_sum, 0) as daily_sum
  from running r
  left join running w on w.day_number = r.day_number - :week_days
  left join running m on m.day_number = r.day_number - :month_days
  where r.day_number >= (select first_number from reach)
)
select
  day,
  daily as daily_active_user_count,
  weekly as weekly_active_user_count,
  monthly as monthly_active_user_count,
  1e0 * daily / nullif(monthly, 0) as daily_monthly_ratio,
  1e0 * weekly / nullif(monthly, 0) as weekly_monthly_ratio,
  1e0 * daily_sum / :month_days / nullif(monthly, 0) as stickiness_ratio
from facts
order by day
