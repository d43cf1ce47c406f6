create view report_people as
-- Who each of Microsoft's user reports names. Key: (refresh_day, user_id or concealed_name). Of several reports of one day the higher version wins, then the longer period.
select
  w.refresh_day as refresh_day, -- latest day that the report covers [day number]
  w.user_id as user_id, -- the person as resolved; NULL when concealed
  w.concealed_name as concealed_name, -- the token as received; NULL when not concealed
  max(w.last_activity_day) as last_activity_day -- newest activity in any app; NULL = never [day number]
from (
  select
    r.refresh_day, a.user_id, a.concealed_name, a.last_activity_day,
    row_number() over (
      partition by r.refresh_day, a.user_id, a.concealed_name, a.app
      order by r.version desc, coalesce(r.period_days, 0) desc, r.id
    ) as place
  from usage_reports r
  join report_user_activity a on a.usage_report_id = r.id
  where r.kind = 'user_detail'
) w
where w.place = 1
group by w.refresh_day, w.user_id, w.concealed_name
