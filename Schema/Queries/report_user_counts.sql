-- question: How many people does Microsoft report as enabled and active?
-- theme: Microsoft's reports
-- grain: one row per period and app (summary), and per day of the window and app (trend)
-- order: report_kind, report_day, report_period, app
-- needs: report_user_counts
-- source: Microsoft's Copilot usage reports, the newest refresh; never added to audit counts
-- parameter: from_day day = first covered day | first day of the trend, included
-- parameter: to_day day = day after the last covered day | day after the last one
-- parameter: as_of_day day = last covered day | reports refreshed later are left out
-- parameter: app_name text? | one app only; NULL: all
-- column: report_kind text | summary, trend
-- column: report_refresh_day day | latest day that the report covers
-- column: report_period int? [days] | summary: length of the period
-- column: report_day day? | trend: the day counted
-- column: app text | Any app, Word, Teams, Copilot Chat, ...
-- column: enabled_user_count int? [people] | as reported
-- column: active_user_count int? [people] | as reported
-- column: active_ratio real? | active / enabled
-- column: prompt_count int? [messages] | as reported; NULL = not told
-- column: average_prompt_count real? [messages per user] | as reported; NULL = not told
with reported as (
  select
    c.*, t.day as refresh_date, r.day as report_date,
    row_number() over (
      partition by
        c.report_kind, c.report_day, c.app,
        case when c.report_kind = 'summary' then coalesce(c.period_days, 0) end
      order by c.refresh_day desc, c.version desc, coalesce(c.period_days, 0) desc
    ) as place
  from reported_counts c
  join days t on t.day_number = c.refresh_day
  left join days r on r.day_number = c.report_day
  where t.day <= :as_of_day
)
select
  n.report_kind,
  n.refresh_date as report_refresh_day,
  case when n.report_kind = 'summary' then n.period_days end as report_period,
  n.report_date as report_day,
  n.app,
  n.enabled_user_count,
  n.active_user_count,
  1e0 * n.active_user_count / nullif(n.enabled_user_count, 0) as active_ratio,
  n.prompt_count,
  n.average_prompt_count
from reported n
where n.place = 1
  and (:app_name is null or n.app = :app_name)
  and (n.report_kind = 'summary' or n.report_date >= :from_day and n.report_date < :to_day)
order by n.report_kind, n.report_date, report_period, n.app
