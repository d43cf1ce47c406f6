-- question: Do people stay after their first month?
-- theme: Activity
-- grain: one row per month of first use and month of the window that is not earlier
-- order: cohort_month, month
-- needs: audit_interactions
-- source: cohorts by month of the first interaction ever loaded
-- parameter: from_day day = first covered day | first day, included
-- parameter: to_day day = day after the last covered day | day after the last one
-- column: cohort_month month | month in which these people were seen for the first time
-- column: month month | month looked at; only its days in the window count
-- column: month_number int [months] | months since the first; 0 = the first
-- column: cohort_user_count int [people] | people first seen in that month
-- column: active_user_count int? [people] | of these, active; NULL: no day of the month is known
-- column: active_ratio real? | active / all of the cohort; only if the month is complete
-- column: is_complete flag | 1: the whole month lies in the window and is known
-- column: is_start_censored flag | 1: the month before the first is not known: may be older users
with calendar_months as (
  select
    month, row_number() over (order by month) as month_number,
    min(day_number) as first_number, max(day_number) as last_number,
    count(*) as day_count, sum(is_covered) as covered_count
  from audit_calendar
  group by month
),
places as (
  select
    c.day_number, m.month_number,
    case when c.day >= :from_day and c.day < :to_day then c.is_covered else 0 end as is_counted
  from audit_calendar c
  join calendar_months m on m.month = c.month
),
window_months as (
  select m.month, m.month_number, m.first_number, m.day_count, w.covered_count
  from calendar_months m
  join (
    select month, sum(is_covered) as covered_count
    from audit_calendar
    where day >= :from_day and day < :to_day
    group by month
  ) w on w.month = m.month
),
seen_months as (
  select distinct u.id as user_id, p.month_number, p.is_counted
  from users u
  cross join hourly_activity h on h.user_id = u.id
  join places p on p.day_number = h.day_number
  where p.month_number <= (select max(month_number) from window_months)
),
first_months as (
  select user_id, min(month_number) as month_number from seen_months group by user_id
),
cohorts as (
  select w.month, f.month_number, count(*) as user_count
  from first_months f
  join window_months w on w.month_number = f.month_number
  group by w.month, f.month_number
),
active as (
  select f.month_number as cohort_number, s.month_number, count(*) as user_count
  from seen_months s
  join first_months f on f.user_id = s.user_id
  where s.is_counted = 1
  group by f.month_number, s.month_number
)
select
  c.month as cohort_month,
  m.month,
  m.month_number - c.month_number as month_number,
  c.user_count as cohort_user_count,
  case when m.covered_count > 0 then coalesce(a.user_count, 0) end as active_user_count,
  case when m.covered_count = m.day_count then 1e0 * coalesce(a.user_count, 0) / c.user_count end
    as active_ratio,
  case when m.covered_count = m.day_count then 1 else 0 end as is_complete,
  case when b.covered_count = b.day_count then 0 else 1 end as is_start_censored
from cohorts c
join window_months m on m.month_number >= c.month_number
left join calendar_months b on b.month_number = c.month_number - 1
left join active a on a.cohort_number = c.month_number and a.month_number = m.month_number
order by cohort_month, m.month
