-- question: Which licences can be taken back, and how sure are we?
-- theme: Licences
-- grain: one row per licensed person without recent use
-- order: tier, never used, longest idle, user_principal_name
-- needs: license_lists, audit_interactions or report_user_details; optional directory
-- source: audit data or Microsoft's user report, the later one
-- parameter: as_of_day day = last covered day | stands for today
-- parameter: idle_days int = 60 | days without use that make a licence idle [days]
-- parameter: grace_days int = 30 | a younger licence or account is new [days]
-- parameter: report_lag_days int = 7 | a younger report is fresh [days]
-- column: user_principal_name text | name
-- column: display_name text? | name in lists
-- column: department text? | (none), (not in directory); NULL: no directory
-- column: tier text | certain, probable, review, excluded
-- column: reason text | the rule
-- column: last_active_day day? | newest in audit data
-- column: last_report_activity_day day? | newest in report
-- column: idle_day_count int? [days] | since the later one; NULL = never used
-- column: license_known_since_day day | first day listed
-- column: account_created_day day? | NULL if unknown
-- column: is_account_enabled flag? | 0: disabled
-- column: manager_user_principal_name text? | manager
-- column: idle_days int [days] | as given
-- column: grace_days int [days] | as given
-- column: report_lag_days int [days] | as given
with today as (select day_number as today from days where day = :as_of_day),
idle_window as (
  select count(c.day_number) as covered_count
  from today t
  join covered_days c on c.source = 'audit_interactions'
    and c.day_number > t.today - :idle_days and c.day_number <= t.today
),
licensed as (
  select user_id, min(known_since) as known_since, max(is_start_assumed) as is_assumed
  from today t
  join license_spans l on l.valid_from <= t.today and l.valid_to > t.today
  group by user_id
),
seen as (
  select u.id as user_id, max(h.day_number) as last_number
  from users u
  cross join hourly_activity h on h.user_id = u.id and h.day_number <= (select today from today)
  group by u.id
),
reported as (
  select user_id, refresh_day, last_activity_day
  from (
    select r.*, row_number() over (partition by user_id order by refresh_day desc) as place
    from today t
    join report_people r on r.refresh_day <= t.today
  ) n
  where n.place = 1 and n.user_id is not null
),
facts as (
  select
    l.*, s.last_number, r.last_activity_day, u.created_day, d.is_account_enabled,
    d.department, d.manager_user_id,
    t.today - case when r.last_activity_day > coalesce(s.last_number, 0)
      then r.last_activity_day else s.last_number end as idle_count,
    case when i.covered_count >= :idle_days or r.refresh_day >= t.today - :report_lag_days
      then 1 else 0 end as has_history,
    case when l.known_since > t.today - :grace_days then 1 else 0 end as is_new,
    case when u.created_day > t.today - :grace_days then 1 else 0 end as is_joining,
    case when f.directory_day is not null and d.user_id is null then 1 else 0 end as is_missing,
    case when x.user_id > 0 and coalesce(x.review_day, t.today + 1) > t.today then 1 else 0 end
      as is_excluded
  from licensed l
  join users u on u.id = l.user_id
  cross join today t
  cross join idle_window i
  cross join first_lists f
  left join seen s on s.user_id = l.user_id
  left join reported r on r.user_id = l.user_id
  left join license_exclusions x on x.user_id = l.user_id
  left join directory_spans d
    on d.user_id = l.user_id and d.valid_from <= t.today and d.valid_to > t.today
),
reasoned as (
  select
    f.*,
    case
      when is_excluded = 1 then 'excluded'
      when is_account_enabled = 0 then 'account_disabled'
      when idle_count < :idle_days then 'in_use'
      when has_history = 0 then 'not_enough_history'
      when is_new > is_assumed or is_joining = 1 then 'new_starter'
      when is_missing = 1 and (idle_count >= 0 or is_new = 0) then 'not_in_directory'
      when idle_count is not null then 'idle'
      when is_new = 0 then 'never_used'
      else 'never_used_unknown_tenure'
    end as reason
  from facts f
)
select
  u.user_principal_name,
  u.display_name,
  case when r.is_missing = 1 then '(not in directory)' else r.department end as department,
  t.tier,
  r.reason,
  a.day as last_active_day,
  b.day as last_report_activity_day,
  r.idle_count as idle_day_count,
  k.day as license_known_since_day,
  u.created_date as account_created_day,
  r.is_account_enabled,
  m.user_principal_name as manager_user_principal_name,
  :idle_days as idle_days,
  :grace_days as grace_days,
  :report_lag_days as report_lag_days
from reasoned r
join reclaim_reasons t on t.reason = r.reason
join users u on u.id = r.user_id
left join users m on m.id = r.manager_user_id
left join days a on a.day_number = r.last_number
left join days b on b.day_number = r.last_activity_day
left join days k on k.day_number = r.known_since
order by
  t.place, case when r.idle_count is null then 0 else 1 end, r.idle_count desc,
  u.user_principal_name
