-- question: Which days of audit data are missing?
-- theme: Coverage
-- grain: one row per run of days that are not known; no row = the whole window is known
-- order: first_missing_day
-- needs: audit_interactions
-- source: days that audit files declare or let infer
-- parameter: from_day day = first covered day | first day, included
-- parameter: to_day day = day after the last covered day | day after the last one
-- column: first_missing_day day | first day of the run
-- column: last_missing_day day | last day of the run, included
-- column: missing_day_count int [days] | days of the run
with missing as (
  select day_number, day_number - row_number() over (order by day_number) as run_number
  from audit_calendar
  where day >= :from_day and day < :to_day and is_covered = 0
),
runs as (
  select
    min(day_number) as first_number, max(day_number) as last_number, count(*) as day_count
  from missing
  group by run_number
)
select
  a.day as first_missing_day,
  z.day as last_missing_day,
  r.day_count as missing_day_count
from runs r
join days a on a.day_number = r.first_number
join days z on z.day_number = r.last_number
order by first_missing_day
