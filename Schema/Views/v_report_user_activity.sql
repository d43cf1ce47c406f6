create view report_user_activity as
-- What Microsoft reports of one user and one app. Key: (usage_report_id, user_principal_name or concealed_name, app), so that two names of one person have two rows.
select
  u.usage_report_id as usage_report_id, -- usage_reports.id
  r.version as version, -- 1 or 2
  r.refresh_day as refresh_day, -- latest day that the report covers [day number]
  r.period_days as period_days, -- days asked for; NULL when not told [days]
  case when u.concealed_name is null then 0 else 1 end as is_concealed, -- 1: the name is a token
  n.user_id as user_id, -- the person as resolved; NULL when concealed
  coalesce(n.user_principal_name, n.entra_object_id) as user_principal_name, -- name in the report; NULL when concealed
  u.concealed_name as concealed_name, -- the token as received; NULL when not concealed
  u.display_name as display_name, -- as received; NULL when not told
  a.app as app, -- Any app, Word, Teams, ...
  a.last_activity_day as last_activity_day, -- NULL = never [day number]
  a.prompt_count as prompt_count, -- NULL = not told [messages]
  a.active_day_count as active_day_count, -- NULL = not told [days]
  a.import_id as import_id, -- the load that brought these values
  u.extra as extra -- of the user: what no column holds, as JSON
from usage_reports r
join report_users u on u.usage_report_id = r.id
join report_user_apps a on a.report_user_id = u.id
left join report_names n on n.id = u.report_name_id
where r.kind = 'user_detail'
