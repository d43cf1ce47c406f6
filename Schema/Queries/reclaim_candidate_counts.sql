-- question: How many licences can be taken back, by certainty and reason?
-- theme: Licences
-- grain: one row per tier and reason that occurs
-- order: tier certain, probable, review, excluded; reason
-- needs: license_lists, audit_interactions or report_user_details; optional directory
-- source: the rows of reclaim_candidates, counted
-- parameter: as_of_day day = last covered day | stands for today
-- parameter: idle_days int = 60 | days without use that make a licence idle [days]
-- parameter: grace_days int = 30 | a younger licence or account is new [days]
-- parameter: report_lag_days int = 7 | a younger report is fresh [days]
-- column: tier text | certain, probable, review, excluded
-- column: reason text | the rule
-- column: user_count int [people] | licensed people
-- column: oldest_idle_day_count int? [days] | longest time without use; NULL = none of them was seen
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
    l.is_assumed, d.is_account_enabled,
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
    f.idle_count,
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
  t.tier,
  r.reason,
  count(*) as user_count,
  max(r.idle_count) as oldest_idle_day_count,
  :idle_days as idle_days,
  :grace_days as grace_days,
  :report_lag_days as report_lag_days
from reasoned r
join reclaim_reasons t on t.reason = r.reason
group by t.place, t.tier, r.reason
order by t.place, r.reason
