-- question: When does Microsoft report each person as last active, and where?
-- theme: Microsoft's reports
-- grain: one row per user, or token that conceals one, and app of the newest report
-- order: user_principal_name, app
-- needs: report_user_details
-- source: Microsoft's Copilot usage user detail; of two reports of one day version 2, then the longer period
-- parameter: as_of_day day = last covered day | reports refreshed later are left out
-- parameter: period_days int? | one period only; NULL: the best row of each user and app [days]
-- column: report_refresh_day day | latest day that the report covers
-- column: report_period int? [days] | length of the period
-- column: user_principal_name text | name, or the token as received
-- column: display_name text? | name in the report or in lists
-- column: is_concealed flag | 1: the name is a token
-- column: app text | Any app, Word, Teams, Copilot Chat, ...
-- column: last_activity_day day? | NULL = never
-- column: idle_day_count int? [days] | refresh day - last activity
-- column: prompt_count int? [messages] | NULL = not told
-- column: active_day_count int? [days] | NULL = not told
with newest as (
  select max(r.refresh_day) as refresh_day
  from usage_reports r
  join days d on d.day_number = r.refresh_day
  where r.kind = 'user_detail' and d.day <= :as_of_day
),
reported as (
  select
    a.refresh_day, a.period_days, a.is_concealed, a.app, a.last_activity_day, a.prompt_count,
    a.active_day_count, a.display_name, u.display_name as listed_name,
    coalesce(u.user_principal_name, a.concealed_name) as shown_name,
    min(a.is_concealed) over () as least_concealed,
    row_number() over (
      partition by a.user_id, a.concealed_name, a.app
      order by a.version desc, coalesce(a.period_days, 0) desc, a.last_activity_day desc
    ) as place
  from newest n
  join report_user_activity a on a.refresh_day = n.refresh_day
  left join users u on u.id = a.user_id
  where :period_days is null or a.period_days = :period_days
)
select
  d.day as report_refresh_day,
  r.period_days as report_period,
  r.shown_name as user_principal_name,
  coalesce(r.display_name, r.listed_name) as display_name,
  r.is_concealed,
  r.app,
  l.day as last_activity_day,
  r.refresh_day - r.last_activity_day as idle_day_count,
  r.prompt_count,
  r.active_day_count
from reported r
join days d on d.day_number = r.refresh_day
left join days l on l.day_number = r.last_activity_day
where r.place = 1 and r.is_concealed = r.least_concealed
order by r.shown_name, r.app
