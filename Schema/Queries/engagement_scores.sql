-- question: How firmly does each licensed person use Copilot?
-- theme: Habits
-- grain: one row per person licensed on the last day
-- order: score descending, user_principal_name
-- needs: audit_interactions, license_lists; optional directory
-- source: Microsoft365-Analytics-Insights
-- parameter: from_day day = first covered day | first day
-- parameter: to_day day = day after the last covered day | day after
-- parameter: weight_frequency real = 0.5 | weight
-- parameter: weight_depth real = 0.3 | weight
-- parameter: weight_breadth real = 0.2 | weight
-- parameter: target_workday_ratio real = 0.6 | of working days
-- parameter: target_daily_interactions real = 5 | each active day
-- parameter: target_apps int = 3 | apps
-- parameter: lookback_days int = 365 | to the last day [days]
-- column: user_principal_name text | name
-- column: department text? | NULL: no directory
-- column: active_day_count int? [days] | NULL: unknown
-- column: interaction_count int? | same
-- column: app_count int? | same
-- column: frequency_ratio real? | at most 1
-- column: depth_ratio real? | same
-- column: breadth_ratio real? | same
-- column: score real? | 0 to 100; NULL if days are missing
-- column: band text? | by score or last use
-- column: habit_bucket text? | by active days in 28
-- column: weight_frequency real | as given
-- column: weight_depth real | as given
-- column: weight_breadth real | as given
-- column: target_workday_ratio real | as given
-- column: target_daily_interactions real | as given
-- column: target_apps int | as given
-- column: lookback_days int [days] | as given
with period as (
  select
    min(day_number) as first_number, max(day_number) as last_number, count(*) as day_count,
    case when sum(is_covered) = count(*) then 0 end as quiet
  from audit_calendar
  where day >= :from_day and day < :to_day
),
sightings as (
  select l.user_id, 1 as is_licensed, 0 as turns, 0 as days, 0 as apps, 0 as is_seen
  from period p
  join license_spans l on l.valid_from <= p.last_number and l.valid_to > p.last_number
  union all
  select
    user_id, 0, sum(interaction_count), count(distinct day_number), count(distinct app_id), 0
  from covered_activity
  where day >= :from_day and day < :to_day
  group by user_id
  union all
  select user_id, 0, 0, 0, 0, 1
  from adoption_activity
  where day_number > (select last_number from period) - :lookback_days
    and day_number < (select first_number from period)
  group by user_id
),
lookback as (
  select sum(is_covered) as covered_count
  from period
  join audit_calendar on day_number > last_number - :lookback_days and day_number <= last_number
),
people as (
  select
    user_id, sum(turns) as turns, sum(days) as days, sum(apps) as apps, max(is_seen) as is_seen
  from sightings
  group by user_id
  having max(is_licensed) = 1
),
rated as (
  select
    e.*, p.*, covered_count,
    days / (day_count * 5e0 / 7 * :target_workday_ratio) as f,
    coalesce(1e0 * turns / nullif(days, 0), 0) / :target_daily_interactions as d,
    1e0 * apps / :target_apps as b,
    cast(1e0 * days * 28 / day_count + 5e-1 as integer) as pace
  from people e
  cross join period p
  cross join lookback
),
capped as (
  select
    r.*,
    case when f > 1 then 1e0 else f end as frequency,
    case when d > 1 then 1e0 else d end as depth,
    case when b > 1 then 1e0 else b end as breadth
  from rated r
),
scored as (
  select
    c.*,
    1e2 * (:weight_frequency * frequency + :weight_depth * depth + :weight_breadth * breadth)
      as score
  from capped c
)
select
  u.user_principal_name,
  case when k.directory_day is not null and d.user_id is null then '(not in directory)'
    else d.department end as department,
  coalesce(nullif(days, 0), quiet) as active_day_count,
  coalesce(nullif(turns, 0), quiet) as interaction_count,
  coalesce(nullif(apps, 0), quiet) as app_count,
  quiet + frequency as frequency_ratio,
  quiet + depth as depth_ratio,
  quiet + breadth as breadth_ratio,
  quiet + score as score,
  case when quiet is null then null
    when days = 0 and is_seen = 1 then 'dormant'
    when days = 0 and covered_count = :lookback_days then 'never_used'
    when days = 0 then 'not_seen' when score < 25 then 'trialling' when score < 50 then 'developing'
    when score < 75 then 'established' when score >= 75 then 'champion' end as band,
  case when quiet is null or days = 0 then null
    when pace >= 20 then 'daily' when pace >= 11 then 'frequent' when pace >= 6 then 'moderate'
    else 'infrequent' end as habit_bucket,
  :weight_frequency as weight_frequency,
  :weight_depth as weight_depth,
  :weight_breadth as weight_breadth,
  :target_workday_ratio as target_workday_ratio,
  :target_daily_interactions as target_daily_interactions,
  :target_apps as target_apps,
  :lookback_days as lookback_days
from scored s
join users u on u.id = s.user_id
cross join first_lists k
left join directory_spans d
  on d.user_id = s.user_id and d.valid_from <= s.last_number and d.valid_to > s.last_number
order by score desc, u.user_principal_name
