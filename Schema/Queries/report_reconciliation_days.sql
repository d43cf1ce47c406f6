-- question: Do audit data and Microsoft's trend count the same users, day by day?
-- theme: Microsoft's reports
-- grain: one row per day of the window that is in the trend or covered by audit data
-- order: day
-- needs: audit_interactions, report_user_counts; optional license_lists
-- source: newest trend of Microsoft for each day beside audit data, never added; the two need not agree
-- parameter: from_day day = first covered day | first day, included
-- parameter: to_day day = day after the last covered day | day after the last one
-- parameter: as_of_day day = last covered day | reports refreshed later are left out
-- parameter: app_name text = Any app | app as the report names it
-- column: day day | the day
-- column: report_refresh_day day? | latest day of the trend that tells the day
-- column: report_active_user_count int? [people] | active users as reported; NULL = not told
-- column: audit_active_licensed_user_count int? [people] | active in audit data, licensed that day
-- column: audit_active_user_count int? [people] | active in audit data; NULL: day not covered, or app not in audit data
-- column: difference_count int? [people] | audit licensed - reported
-- column: difference_ratio real? | difference / reported
with told as (
  select
    c.report_day, c.refresh_day, c.active_user_count,
    row_number() over (
      partition by c.report_day
      order by c.refresh_day desc, c.version desc, coalesce(c.period_days, 0) desc
    ) as place
  from reported_counts c
  join days t on t.day_number = c.refresh_day
  where c.report_kind = 'trend' and c.app = :app_name and t.day <= :as_of_day
),
audited_apps as (
  -- Apps that both name; others count once audit data have them.
  select count(*) as app_count
  from (
    select name from apps where name = :app_name
    union all
    select :app_name as name
    where :app_name in ('Any app', 'Copilot Chat', 'Excel', 'Loop', 'OneNote', 'Outlook',
      'PowerPoint', 'Teams', 'Word')
  ) n
),
person_days as (
  select a.day_number, a.user_id
  from covered_activity a
  join apps p on p.id = a.app_id
  where a.day >= :from_day and a.day < :to_day and (:app_name = 'Any app' or p.name = :app_name)
  group by a.day_number, a.user_id
),
audited as (
  select
    a.day_number, count(distinct a.user_id) as user_count,
    count(distinct l.user_id) as licensed_count
  from person_days a
  left join license_spans l
    on l.user_id = a.user_id and l.valid_from <= a.day_number and l.valid_to > a.day_number
  group by a.day_number
),
facts as (
  select
    c.day, t.refresh_day, t.active_user_count,
    case when c.is_covered = 1 and p.app_count > 0 then coalesce(a.user_count, 0) end as user_count,
    case when c.is_covered = 1 and p.app_count > 0 and f.license_day is not null
      then coalesce(a.licensed_count, 0) end as licensed_count
  from audit_calendar c
  cross join audited_apps p
  cross join first_lists f
  left join told t on t.report_day = c.day_number and t.place = 1
  left join audited a on a.day_number = c.day_number
  where c.day >= :from_day and c.day < :to_day and (c.is_covered = 1 or t.report_day is not null)
)
select
  f.day,
  r.day as report_refresh_day,
  f.active_user_count as report_active_user_count,
  f.licensed_count as audit_active_licensed_user_count,
  f.user_count as audit_active_user_count,
  f.licensed_count - f.active_user_count as difference_count,
  1e0 * (f.licensed_count - f.active_user_count) / nullif(f.active_user_count, 0)
    as difference_ratio
from facts f
left join days r on r.day_number = f.refresh_day
order by f.day
