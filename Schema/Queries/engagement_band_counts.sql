-- question: How many licensed people are champions of Copilot, how many do not use it?
-- theme: Habits
-- grain: one row per band, bands without people included
-- order: champion, established, developing, trialling, dormant, never_used, not_seen
-- needs: audit_interactions, license_lists
-- source: Microsoft365-Analytics-Insights; people and scores as in engagement_scores
-- parameter: from_day day = first covered day | first day
-- parameter: to_day day = day after the last covered day | day after
-- parameter: weight_frequency real = 0.5 | weight
-- parameter: weight_depth real = 0.3 | weight
-- parameter: weight_breadth real = 0.2 | weight
-- parameter: target_workday_ratio real = 0.6 | of working days
-- parameter: target_daily_interactions real = 5 | each active day
-- parameter: target_apps int = 3 | apps
-- parameter: lookback_days int = 365 | to the last day [days]
-- column: band text | by score or last use
-- column: user_count int? [people] | NULL if days are missing
-- column: user_ratio real? | people / licensed people
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
  select u.id, 0, sum(interaction_count), count(distinct day_number), 0, 0
  from users u
  cross join covered_hours on user_id = u.id
    and day_number >= (select first_number from period)
    and day_number <= (select last_number from period)
  group by u.id
  union all
  select user_id, 0, 0, 0, count(*), 0
  from (
    select distinct user_id, app_id
    from covered_activity
    where day >= :from_day and day < :to_day
  ) a
  group by user_id
  union all
  select u.id, 0, 0, 0, 0, 1
  from users u
  cross join hourly_activity on user_id = u.id
    and day_number > (select last_number from period) - :lookback_days
    and day_number < (select first_number from period)
  group by u.id
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
),
banded as (
  select
    case when days = 0 and is_seen = 1 then 'dormant'
      when days = 0 and covered_count = :lookback_days then 'never_used'
      when days = 0 then 'not_seen' when score < 25 then 'trialling'
      when score < 50 then 'developing' when score < 75 then 'established'
      when score >= 75 then 'champion' end as band
  from scored
),
totals as (select band, count(*) as user_count from banded group by band),
everyone as (select count(*) as user_count from people),
bands as (
  select 1 as place, 'champion' as band
  union all select 2, 'established'
  union all select 3, 'developing'
  union all select 4, 'trialling'
  union all select 5, 'dormant'
  union all select 6, 'never_used'
  union all select 7, 'not_seen'
),
facts as (
  select
    b.*,
    case when k.license_day is not null then p.quiet + coalesce(t.user_count, 0) end as user_count
  from bands b
  cross join period p
  cross join first_lists k
  left join totals t on t.band = b.band
)
select
  f.band,
  f.user_count,
  1e0 * f.user_count / nullif(e.user_count, 0) as user_ratio,
  :weight_frequency as weight_frequency,
  :weight_depth as weight_depth,
  :weight_breadth as weight_breadth,
  :target_workday_ratio as target_workday_ratio,
  :target_daily_interactions as target_daily_interactions,
  :target_apps as target_apps,
  :lookback_days as lookback_days
from facts f
cross join everyone e
order by f.place
