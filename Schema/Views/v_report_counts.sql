create view report_counts as
-- What Microsoft's reports of counts speak of, once however often reported. Key: (day_number, period_days, app).
select distinct
  coalesce(c.report_day, r.refresh_day) as day_number, -- trend: the day itself; summary: refresh day [day number]
  case when r.kind = 'summary' then coalesce(r.period_days, 0) end as period_days, -- summary: days asked for, 0 = not told; NULL in a trend [days]
  c.app as app -- app as the report names it
from usage_reports r
join report_user_counts c on c.usage_report_id = r.id
where r.kind in ('summary', 'trend')
