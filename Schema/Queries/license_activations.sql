-- question: How long do people with a new licence take until they first use it?
-- theme: Licences
-- grain: one row per licence start in the window; a start that the oldest list only implies is none
-- order: license_start_day, user_principal_name
-- needs: license_lists, audit_interactions; optional directory
-- source: time to first use as in Microsoft365-Analytics-Insights
-- parameter: from_day day = first covered day | first day, included
-- parameter: to_day day = day after the last covered day | day after the last one
-- parameter: activation_days int = 30 | first use within so many days is an activation [days]
-- column: user_principal_name text | name
-- column: department text? | on the last day; (none), (not in directory); NULL: no directory
-- column: license_start_day day | first list that shows the licence; a change of product is no start
-- column: first_use_day day? | first interaction while licensed, also after the window; NULL = none seen
-- column: days_to_first_use int? [days] | since the start; 0 = the same day
-- column: is_activated flag? | 0: not in time, every day of that time known; NULL = cannot be said yet
-- column: had_used_before flag? | 1: an interaction before the start; NULL = history is missing
-- column: activation_days int [days] | as given
with period as (
  select min(day_number) as first_number, max(day_number) as last_number
  from audit_calendar
  where day >= :from_day and day < :to_day
),
reaching as (
  -- How far all licences of a person reach that began no later.
  select
    l.*, max(l.valid_to) over (partition by l.user_id order by l.valid_from, l.license_id) as reach
  from license_spans l
),
linked as (
  select
    r.*, lag(r.reach) over (
      partition by r.user_id order by r.valid_from, r.license_id
    ) as earlier_reach
  from reaching r
),
numbered as (
  select
    l.*, sum(case when l.earlier_reach >= l.valid_from then 0 else 1 end) over (
      partition by l.user_id order by l.valid_from, l.license_id
    ) as tenure
  from linked l
),
tenures as (
  select user_id, min(valid_from) as start_number, max(valid_to) as end_number
  from numbered
  group by user_id, tenure
),
starts as (
  select t.*
  from period p
  join tenures t on t.start_number >= p.first_number and t.start_number <= p.last_number
),
uses as (
  select distinct a.user_id, a.day_number
  from adoption_activity a
  where a.user_id in (select user_id from starts)
),
first_uses as (
  select
    s.user_id, s.start_number,
    min(case when a.day_number >= s.start_number and a.day_number < s.end_number
      then a.day_number end) as first_number,
    max(case when a.day_number < s.start_number then 1 end) as is_known_user
  from uses a
  left join starts s on s.user_id = a.user_id
  group by s.user_id, s.start_number
),
start_days as (
  select
    s.start_number,
    sum(case when c.day_number >= s.start_number
      and c.day_number <= s.start_number + :activation_days then 1 else 0 end) as covered_count,
    sum(case when c.day_number < s.start_number then 1 else 0 end) as covered_before_count,
    min(c.day_number) as first_covered
  from (select distinct start_number from starts) s
  join covered_days c on c.source = 'audit_interactions'
  group by s.start_number
)
select
  u.user_principal_name,
  case when f.directory_day is not null and d.user_id is null then '(not in directory)'
    else d.department end as department,
  x.day as license_start_day,
  y.day as first_use_day,
  a.first_number - s.start_number as days_to_first_use,
  case when a.first_number - s.start_number <= :activation_days then 1
    when c.covered_count = :activation_days + 1 then 0 end as is_activated,
  case when a.is_known_user = 1 then 1
    when c.covered_before_count > 0
      and c.covered_before_count = s.start_number - c.first_covered then 0 end as had_used_before,
  :activation_days as activation_days
from starts s
join users u on u.id = s.user_id
cross join period p
cross join first_lists f
left join first_uses a on a.user_id = s.user_id and a.start_number = s.start_number
left join start_days c on c.start_number = s.start_number
left join directory_spans d
  on d.user_id = s.user_id and d.valid_from <= p.last_number and d.valid_to > p.last_number
left join days x on x.day_number = s.start_number
left join days y on y.day_number = a.first_number
order by license_start_day, u.user_principal_name
