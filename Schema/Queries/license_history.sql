-- question: How did the number of licences and their use develop?
-- theme: Licences
-- grain: one row per calendar month with a day in the window; only days in the window count
-- order: month
-- needs: license_lists; optional audit_interactions
-- source: licensed and active people as in the Microsoft 365 usage report
-- parameter: from_day day = first covered day | first day, included
-- parameter: to_day day = day after the last covered day | day after the last one
-- column: month month | the month
-- column: decided_day day | its last day in the window: who is licensed that day
-- column: license_basis text? | observed, or assumed before the first licence list
-- column: licensed_user_count int? [people] | people licensed
-- column: gained_user_count int? [people] | of these, not licensed the day before the row's first day
-- column: lost_user_count int? [people] | licensed the day before the row's first day, and no longer
-- column: active_licensed_user_count int? [people] | licensed, with an interaction
-- column: idle_licensed_user_count int? [people] | licensed, without; only if every day is covered
-- column: utilization_ratio real? | active licensed / licensed; only if every day is covered
-- column: is_complete flag | 1: the whole month lies in the window and is covered
with window_months as (
  select
    month, min(day_number) as first_number, max(day_number) as last_number,
    count(*) as day_count, sum(is_covered) as covered_count
  from audit_calendar
  where day >= :from_day and day < :to_day
  group by month
),
calendar_months as (select month, count(*) as day_count from days group by month),
licensed as (
  select distinct m.first_number, l.user_id
  from window_months m
  join license_spans l on l.valid_from <= m.last_number and l.valid_to > m.last_number
),
licensed_before as (
  select distinct m.first_number, l.user_id
  from window_months m
  join license_spans l on l.valid_from < m.first_number and l.valid_to >= m.first_number
),
month_days as (
  select c.day_number, m.first_number
  from window_months m
  join audit_calendar c on c.month = m.month and c.is_covered = 1
  where c.day >= :from_day and c.day < :to_day
),
active as (
  select distinct m.first_number, u.id as user_id
  from users u
  cross join hourly_activity h on h.user_id = u.id
    and h.day_number >= (select min(day_number) from month_days)
    and h.day_number <= (select max(day_number) from month_days)
  join month_days m on m.day_number = h.day_number
),
holders as (
  select
    l.first_number, count(*) as licensed_count, count(a.user_id) as active_count,
    count(*) - count(b.user_id) as gained_count
  from licensed l
  left join licensed_before b on b.first_number = l.first_number and b.user_id = l.user_id
  left join active a on a.first_number = l.first_number and a.user_id = l.user_id
  group by l.first_number
),
leavers as (
  select b.first_number, count(*) - count(l.user_id) as lost_count
  from licensed_before b
  left join licensed l on l.first_number = b.first_number and l.user_id = b.user_id
  group by b.first_number
),
facts as (
  select
    m.*, c.day_count as calendar_count, f.license_day,
    coalesce(h.licensed_count, 0) as licensed_count, coalesce(h.active_count, 0) as active_count,
    coalesce(h.gained_count, 0) as gained_count, coalesce(v.lost_count, 0) as lost_count
  from window_months m
  join calendar_months c on c.month = m.month
  cross join first_lists f
  left join holders h on h.first_number = m.first_number
  left join leavers v on v.first_number = m.first_number
)
select
  f.month,
  d.day as decided_day,
  case when f.license_day > f.last_number then 'assumed'
    when f.license_day is not null then 'observed' end as license_basis,
  case when f.license_day is not null then f.licensed_count end as licensed_user_count,
  case when f.license_day is not null then f.gained_count end as gained_user_count,
  case when f.license_day is not null then f.lost_count end as lost_user_count,
  case when f.license_day is not null and f.covered_count > 0 then f.active_count end
    as active_licensed_user_count,
  case when f.license_day is not null and f.covered_count = f.day_count
    then f.licensed_count - f.active_count end as idle_licensed_user_count,
  case when f.license_day is not null and f.covered_count = f.day_count
    then 1e0 * f.active_count / nullif(f.licensed_count, 0) end as utilization_ratio,
  case when f.covered_count = f.calendar_count then 1 else 0 end as is_complete
from facts f
join days d on d.day_number = f.last_number
order by f.month
