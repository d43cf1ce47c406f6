-- question: How many people use Copilot daily, often, sometimes or rarely?
-- theme: Habits
-- grain: one row per calendar month with a day in the window and segment; only days in the window count
-- order: month, then infrequent, moderate, frequent, daily
-- needs: audit_interactions; optional license_lists
-- source: active days of a person in the month, as in the AI-in-One dashboard
-- parameter: from_day day = first covered day | first day, included
-- parameter: to_day day = day after the last covered day | day after the last one
-- parameter: moderate_days int = 6 | active days from which a person is moderate [days]
-- parameter: frequent_days int = 11 | active days from which a person is frequent [days]
-- parameter: daily_days int = 20 | active days from which a person is daily [days]
-- column: month month | the month
-- column: segment text | infrequent, moderate, frequent or daily
-- column: is_complete flag | 1: the whole month lies in the window and is covered
-- column: user_count int? [people] | active people; NULL if no day is covered
-- column: licensed_user_count int? [people] | of these, licensed on the row's last day
-- column: user_ratio real? | people / active people of the month; NULL without any
-- column: interaction_count int? [interactions] | counted turns
-- column: moderate_days int [days] | as given
-- column: frequent_days int [days] | as given
-- column: daily_days int [days] | as given
with window_days as (
  select
    day_number, month, is_covered, max(day_number) over (partition by month) as last_number
  from audit_calendar
  where day >= :from_day and day < :to_day
),
window_months as (
  select month, last_number, sum(is_covered) as covered_count
  from window_days
  group by month, last_number
),
calendar_months as (select month, count(*) as day_count from days group by month),
person_days as (
  select a.day_number, a.user_id, sum(a.interaction_count) as interaction_count
  from covered_activity a
  where a.day_number >= (select min(day_number) from window_days)
    and a.day_number <= (select max(day_number) from window_days)
  group by a.day_number, a.user_id
),
sightings as (
  select w.last_number, p.user_id, 1 as day_count, p.interaction_count, 0 as is_licensed
  from person_days p
  join window_days w on w.day_number = p.day_number
  union all
  select m.last_number, l.user_id, 0, 0, 1
  from window_months m
  join license_spans l on l.valid_from <= m.last_number and l.valid_to > m.last_number
),
person_months as (
  select
    last_number, user_id, sum(day_count) as day_count,
    sum(interaction_count) as interaction_count, max(is_licensed) as is_licensed
  from sightings
  group by last_number, user_id
),
placed as (
  select
    p.*,
    case when day_count >= :daily_days then 4 when day_count >= :frequent_days then 3
      when day_count >= :moderate_days then 2 else 1 end as place
  from person_months p
  where day_count > 0
),
totals as (
  select
    last_number, place, count(*) as user_count, sum(is_licensed) as licensed_count,
    sum(interaction_count) as interaction_count
  from placed
  group by last_number, place
),
month_totals as (
  select last_number, sum(user_count) as user_count from totals group by last_number
),
segments as (
  select 1 as place, 'infrequent' as segment
  union all select 2, 'moderate'
  union all select 3, 'frequent'
  union all select 4, 'daily'
)
select
  m.month,
  s.segment,
  case when m.covered_count = c.day_count then 1 else 0 end as is_complete,
  case when m.covered_count > 0 then coalesce(t.user_count, 0) end as user_count,
  case when m.covered_count > 0 and f.license_day is not null then coalesce(t.licensed_count, 0) end
    as licensed_user_count,
  1e0 * coalesce(t.user_count, 0) / nullif(e.user_count, 0) as user_ratio,
  case when m.covered_count > 0 then coalesce(t.interaction_count, 0) end as interaction_count,
  :moderate_days as moderate_days,
  :frequent_days as frequent_days,
  :daily_days as daily_days
from window_months m
join calendar_months c on c.month = m.month
cross join segments s
cross join first_lists f
left join totals t on t.last_number = m.last_number and t.place = s.place
left join month_totals e on e.last_number = m.last_number
order by m.month, s.place
