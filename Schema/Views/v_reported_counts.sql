create view reported_counts as
-- What Microsoft's summaries and trends count, every report of its own. Key: (report_kind, version, refresh_day, period_days, report_day, app).
select
  r.kind as report_kind, -- summary or trend
  r.version as version, -- 1 or 2
  r.refresh_day as refresh_day, -- latest day that the report covers [day number]
  r.period_days as period_days, -- days asked for; NULL when not told [days]
  c.report_day as report_day, -- trend: the day; NULL in a summary [day number]
  c.app as app, -- Any app, Word, Teams, ...
  c.enabled_user_count as enabled_user_count, -- NULL = not told [people]
  c.active_user_count as active_user_count, -- NULL = not told [people]
  c.prompt_count as prompt_count, -- NULL = not told [messages]
  c.average_prompt_count as average_prompt_count -- NULL = not told [messages per user]
from usage_reports r
join report_user_counts c on c.usage_report_id = r.id
