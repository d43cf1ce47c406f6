-- rule: Tokens stand in concealed reports, users and counts in reports of their kind; what is derived of them agrees.
-- remedy: Load the files of these reports again.
select 'report_user ' || u.id as object, 'in a report of kind ' || r.kind || ', concealed ' || r.is_concealed as detail
from report_users u
join usage_reports r on r.id = u.usage_report_id
where r.kind <> 'user_detail' or u.concealed_name is not null and r.is_concealed = 0
union all
select 'report_user_count ' || c.id, 'in a report of kind ' || r.kind
from report_user_counts c
join usage_reports r on r.id = c.usage_report_id
where r.kind <> case when c.report_day is null then 'summary' else 'trend' end
union all
select 'report_user ' || u.id, 'its last activity is not that of its apps'
from report_users u
where u.last_activity_day is not (
  select max(a.last_activity_day) from report_user_apps a where a.report_user_id = u.id)
union all
select 'report_name ' || n.id, 'its newest report is another one'
from report_names n
where n.last_refresh_day is not (
  select max(r.refresh_day) from report_users u join usage_reports r on r.id = u.usage_report_id
  where u.report_name_id = n.id)
