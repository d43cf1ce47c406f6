-- question: What became of every licence since the period before?
-- theme: Licences
-- grain: one row per state, always seven
-- order: retained, reactivated, lapsed, still_idle, newly_assigned_active, newly_assigned_idle, removed
-- needs: license_lists, audit_interactions
-- source: states of seats as in Microsoft365-Analytics-Insights; before: as many days, ending where the window begins
-- parameter: from_day day = first covered day | first day, included
-- parameter: to_day day = day after the last covered day | day after the last one
-- column: state text | held on the last day of both periods and used in both, only now, only before or never; new and used or not; no longer held
-- column: user_count int? [people] | NULL unless every day of both periods is covered
-- column: user_ratio real? | of all people licensed now; NULL for removed, and unless every day is covered
with period as (
  select
    min(day_number) as first_number, max(day_number) as last_number, count(*) as day_count
  from audit_calendar
  where day >= :from_day and day < :to_day
),
known as (
  select
    p.first_number, p.last_number,
    case when count(c.day_number) = 2 * max(p.day_count) then 1 end as is_covered
  from period p
  left join covered_days c on c.source = 'audit_interactions'
    and c.day_number >= p.first_number - p.day_count and c.day_number <= p.last_number
  group by p.first_number, p.last_number
),
held as (
  select
    l.user_id,
    max(case when l.valid_from <= k.last_number and l.valid_to > k.last_number then 1 else 0 end)
      as is_now,
    max(case when l.valid_from < k.first_number and l.valid_to >= k.first_number then 1 else 0 end)
      as was_before
  from known k
  cross join license_spans l
  group by l.user_id
),
later_users as (
  select distinct a.user_id
  from known k
  join adoption_activity a on a.day_number >= k.first_number and a.day_number <= k.last_number
),
earlier_users as (
  select distinct a.user_id
  from known k
  join period p on p.first_number = k.first_number
  join adoption_activity a
    on a.day_number >= p.first_number - p.day_count and a.day_number < p.first_number
),
seats as (
  select
    h.is_now,
    case
      when h.is_now = 0 then 7
      when h.was_before = 0 then case when a.user_id is not null then 5 else 6 end
      when a.user_id is not null then case when b.user_id is not null then 1 else 2 end
      when b.user_id is not null then 3
      else 4
    end as place
  from held h
  left join later_users a on a.user_id = h.user_id
  left join earlier_users b on b.user_id = h.user_id
  where h.is_now = 1 or h.was_before = 1
),
counts as (select place, count(*) as user_count from seats group by place),
everybody as (select sum(is_now) as user_count from seats),
states as (
  select 1 as place, 'retained' as state
  union all select 2, 'reactivated'
  union all select 3, 'lapsed'
  union all select 4, 'still_idle'
  union all select 5, 'newly_assigned_active'
  union all select 6, 'newly_assigned_idle'
  union all select 7, 'removed'
)
select
  s.state,
  case when k.is_covered = 1 and f.license_day is not null then coalesce(c.user_count, 0) end
    as user_count,
  case when k.is_covered = 1 and f.license_day is not null and s.place < 7
    then 1e0 * coalesce(c.user_count, 0) / nullif(e.user_count, 0) end as user_ratio
from states s
cross join known k
cross join everybody e
cross join first_lists f
left join counts c on c.place = s.place
order by s.place
