-- question: Do audit data and Microsoft's report name the same users?
-- theme: Microsoft's reports
-- grain: one row per person and app; concealed report: one per person active in audit data
-- order: user_principal_name, app
-- needs: audit_interactions, report_user_details; optional license_lists
-- source: Microsoft's newest user detail report beside audit data
-- parameter: as_of_day day = last covered day | reports refreshed later are left out
-- parameter: period_days int = 28 | days compared, ending on the refresh day [days]
-- column: user_principal_name text | name
-- column: app text | Any app, Copilot Chat, Excel, Loop, OneNote, Outlook, PowerPoint, Teams, Word
-- column: status text | agree, audit_only, report_only, agree_inactive, not_comparable
-- column: reason text? | concealed, audit_not_covered, not_licensed, app_not_reported
-- column: report_refresh_day day | latest day that the report covers
-- column: audit_last_day day? | newest interaction by then; NULL = none seen
-- column: report_last_day day? | last activity as reported; NULL = none, or not told
-- column: day_difference int? [days] | reported - audit
with newest as (
  select max(r.refresh_day) as refresh_day, max(r.refresh_day) - :period_days as day_before
  from usage_reports r
  join days d on d.day_number = r.refresh_day
  where r.kind = 'user_detail' and d.day <= :as_of_day
),
covered as (
  select count(*) as covered_count
  from newest n
  join covered_days c on c.source = 'audit_interactions'
    and c.day_number > n.day_before and c.day_number <= n.refresh_day
),
listed as (
  select n.user_id, u.concealed_name
  from newest w
  join usage_reports r on r.kind = 'user_detail' and r.refresh_day = w.refresh_day
  join report_users u on u.usage_report_id = r.id
  left join report_names n on n.id = u.report_name_id
),
named as (select distinct user_id from listed where user_id is not null),
concealing as (
  select
    case when count(user_id) = 0 and count(concealed_name) > 0 then 1 else 0 end as is_concealed
  from listed
),
told as (
  select
    a.user_id, a.app, a.last_activity_day,
    row_number() over (
      partition by a.user_id, a.app
      order by a.version desc, coalesce(a.period_days, 0) desc, a.last_activity_day desc
    ) as place
  from newest n
  join report_user_activity a on a.refresh_day = n.refresh_day and a.is_concealed = 0
),
reported as (select * from told where place = 1),
app_days as (
  select a.user_id, a.app_id, max(a.day_number) as last_number
  from newest n
  join adoption_activity a on a.day_number <= n.refresh_day
  group by a.user_id, a.app_id
),
audited as (
  select d.user_id, p.name as app, d.last_number
  from app_days d
  join apps p on p.id = d.app_id
  union all
  select user_id, 'Any app', max(last_number) from app_days group by user_id
),
compared as (
  select 'Any app' as app
  union all select 'Copilot Chat'
  union all select 'Excel'
  union all select 'Loop'
  union all select 'OneNote'
  union all select 'Outlook'
  union all select 'PowerPoint'
  union all select 'Teams'
  union all select 'Word'
),
people as (
  select user_id, 1 as is_reported from named
  union all
  select a.user_id, 0
  from newest n
  join audited a on a.app = 'Any app' and a.last_number > n.day_before
  left join named r on r.user_id = a.user_id
  where r.user_id is null
),
licensed as (
  select distinct l.user_id
  from newest n
  join license_spans l on l.valid_from <= n.refresh_day and l.valid_to > n.refresh_day
),
columns_told as (select distinct app from reported),
facts as (
  select
    p.user_id, c.app, n.refresh_day, a.last_number, r.last_activity_day,
    case when a.last_number > n.day_before then 1 else 0 end as is_audited,
    case when r.last_activity_day > n.day_before then 1 else 0 end as is_told,
    case
      when k.is_concealed = 1 then 'concealed'
      when v.covered_count < :period_days then 'audit_not_covered'
      when p.is_reported = 0 and l.user_id is null then 'not_licensed'
      when t.app is null then 'app_not_reported'
    end as reason
  from newest n
  cross join concealing k
  cross join covered v
  cross join people p
  cross join compared c
  left join audited a on a.user_id = p.user_id and a.app = c.app
  left join reported r on r.user_id = p.user_id and r.app = c.app
  left join licensed l on l.user_id = p.user_id
  left join columns_told t on t.app = c.app
  where c.app = 'Any app' or k.is_concealed = 0
)
select
  u.user_principal_name,
  f.app,
  case
    when f.reason is not null then 'not_comparable'
    when f.is_audited = 1 then case when f.is_told = 1 then 'agree' else 'audit_only' end
    when f.is_told = 1 then 'report_only'
    else 'agree_inactive'
  end as status,
  f.reason,
  d.day as report_refresh_day,
  x.day as audit_last_day,
  y.day as report_last_day,
  f.last_activity_day - f.last_number as day_difference
from facts f
join users u on u.id = f.user_id
join days d on d.day_number = f.refresh_day
left join days x on x.day_number = f.last_number
left join days y on y.day_number = f.last_activity_day
order by u.user_principal_name, f.app
