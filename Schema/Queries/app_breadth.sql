-- question: In how many apps does a person use Copilot?
-- theme: Activity
-- grain: one row per number of apps that occurs
-- order: app_count
-- needs: audit_interactions
-- source: apps as products: app host, contexts and agent of a record decide
-- parameter: from_day day = first covered day | first day, included
-- parameter: to_day day = day after the last covered day | day after the last one
-- column: app_count int [apps] | distinct apps of a person in the window
-- column: user_count int [people] | people with so many apps
-- column: user_ratio real | of all active people
-- column: interaction_count int [interactions] | counted turns of these people
with period as (
  select min(day_number) as first_number, max(day_number) as last_number
  from days
  where day >= :from_day and day < :to_day
),
unknown_days as (
  select day_number
  from audit_calendar
  where day >= :from_day and day < :to_day and is_covered = 0
),
person_apps as (
  select distinct a.user_id, a.app_id
  from adoption_activity a
  where a.day_number >= (select first_number from period)
    and a.day_number <= (select last_number from period)
    and a.day_number not in (select day_number from unknown_days)
),
breadth as (select user_id, count(*) as app_count from person_apps group by user_id),
people as (
  select u.id as user_id, sum(h.interaction_count) as interaction_count
  from users u
  cross join hourly_activity h on h.user_id = u.id
    and h.day_number >= (select first_number from period)
    and h.day_number <= (select last_number from period)
  where h.day_number not in (select day_number from unknown_days)
  group by u.id
),
everyone as (select count(*) as user_count from breadth),
groups as (
  select b.app_count, count(*) as user_count, sum(p.interaction_count) as interaction_count
  from breadth b
  join people p on p.user_id = b.user_id
  group by b.app_count
)
select
  g.app_count,
  g.user_count,
  1e0 * g.user_count / e.user_count as user_ratio,
  g.interaction_count
from groups g
cross join everyone e
order by g.app_count
