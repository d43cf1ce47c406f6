create view report_people as
-- Who each of Microsoft's user reports names. Key: (refresh_day, user_id or concealed_name). Of several reports of one day the higher version wins, then the longer period; tokens count only on days whose reports name nobody.
select
  w.refresh_day as refresh_day, -- latest day that the report covers [day number]
  w.user_id as user_id, -- the person as resolved; NULL when concealed
  w.concealed_name as concealed_name, -- the token as received; NULL when not concealed
  w.last_activity_day as last_activity_day -- newest activity in any app; NULL = never [day number]
from (
  select
    r.refresh_day, n.user_id, u.concealed_name, u.last_activity_day,
    row_number() over (
      partition by r.refresh_day, n.user_id, u.concealed_name
      order by r.version desc, coalesce(r.period_days, 0) desc, u.last_activity_day desc
    ) as place,
    min(case when u.concealed_name is null then 0 else 1 end) over (partition by r.refresh_day) as is_concealed
  from usage_reports r
  join report_users u on u.usage_report_id = r.id
  left join report_names n on n.id = u.report_name_id
  where r.kind = 'user_detail'
) w
where w.place = 1 and (w.concealed_name is null or w.is_concealed = 1)
