-- question: How firmly do licensed people use Copilot?
-- theme: Habits
-- grain: one row per person licensed on the last day
-- order: score desc, user_principal_name
-- needs: audit_interactions, license_lists; optional directory
-- source: Microsoft365-Analytics-Insights
-- parameter: from_day day = first covered day | first
-- parameter: to_day day = day after the last covered day | end
-- parameter: weight_frequency real = 0.5 | weight
-- parameter: weight_depth real = 0.3 | weight
-- parameter: weight_breadth real = 0.2 | weight
-- parameter: target_workday_ratio real = 0.6 | of workdays
-- parameter: target_daily_interactions real = 5 | on active days
-- parameter: target_apps int = 3 | apps
-- parameter: lookback_days int = 365 | to the last day [days]
-- column: user_principal_name text | who
-- column: department text? | NULL: no directory
-- column: active_day_count int? | NULL: unknown
-- column: interaction_count int? | same
-- column: app_count int? | same
-- column: frequency_ratio real? | at most 1
-- column: depth_ratio real? | same
-- column: breadth_ratio real? | same
-- column: score real? | 0-100; NULL: days missing
-- column: band text? | by score, last use
-- column: habit_bucket text? | active days in 28
-- column: weight_frequency real | given
-- column: weight_depth real | given
-- column: weight_breadth real | given
-- column: target_workday_ratio real | given
-- column: target_daily_interactions real | given
-- column: target_apps int | given
-- column: lookback_days int | given
with period as (
  select
    min(day_number) as first_number, max(day_number) as last_number, count(*) as day_count,
    case when sum(is_covered) = count(*) then 0 end as quiet
  from audit_calendar
  where day >= :from_day and day < :to_day
),
seen as (
  select user_id, 1 as is_licensed, 0 as turns, 0 as days, 0 as apps, 0 as is_seen
  from period
  join license_spans on valid_from <= last_number and valid_to > last_number
  union all
  select u.id, 0, sum(interaction_count), count(distinct day_number), 0, 0
  from period
  cross join users u
  cross join covered_hours
    on user_id = u.id and day_number >= first_number and day_number <= last_number
  group by u.id
  union all
  select user_id, 0, 0, 0, count(*), 0
  from (
    select distinct user_id, app_id from covered_activity where day >= :from_day and day < :to_day
  ) a
  group by user_id
  union all
  select u.id, 0, 0, 0, 0, 1
  from period
  cross join users u
  cross join hourly_activity on user_id = u.id
    and day_number > last_number - :lookback_days and day_number < first_number
  group by u.id
),
lookback as (
  select sum(is_covered) as known
  from period
  join audit_calendar on day_number > last_number - :lookback_days and day_number <= last_number
),
people as (
  select
    user_id, sum(turns) as turns, sum(days) as days, sum(apps) as apps, max(is_seen) as is_seen
  from seen
  group by user_id
  having max(is_licensed) = 1
),
rated as (
  select
    e.*, p.*, known,
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
    case when f > 1 then 1e0 else f end as f1, case when d > 1 then 1e0 else d end as d1,
    case when b > 1 then 1e0 else b end as b1
  from rated r
),
scored as (
  select
    c.*,
    1e2 * (:weight_frequency * f1 + :weight_depth * d1 + :weight_breadth * b1)
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
  quiet + f1 as frequency_ratio,
  quiet + d1 as depth_ratio,
  quiet + b1 as breadth_ratio,
  quiet + score as score,
  case when quiet is null then null
    when days = 0 and is_seen = 1 then 'dormant'
    when days = 0 and known = :lookback_days then 'never_used'
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
