-- question: Who works with Copilot without a licence, and should get one?
-- theme: Licences
-- grain: one row per person active in the window, not licensed on its last day, account not disabled
-- order: is_recommended desc, priority_score desc, user_principal_name
-- needs: audit_interactions, license_lists; optional directory
-- source: priority as in the AI-in-One dashboard
-- parameter: from_day day = first covered day | first day, included
-- parameter: to_day day = day after the last covered day | day after the last one
-- parameter: min_active_days int = 3 | fewer active days are no reason for a licence [days]
-- parameter: weight_prompts real = 0.6 | weight of prompts in 28 days
-- parameter: weight_active_days real = 0.3 | weight of active days in 28 days
-- parameter: weight_prompts_per_day real = 0.1 | weight of prompts on an active day
-- column: user_principal_name text | name
-- column: display_name text? | name in lists
-- column: department text? | (none), (not in directory); NULL: no directory
-- column: is_guest flag? | as the directory says, else by the name; NULL = not told
-- column: interaction_count int [interactions] | counted turns
-- column: prompt_count int [messages] | prompts
-- column: active_day_count int [days] | days with an interaction
-- column: active_week_count int [weeks] | calendar weeks with an interaction
-- column: app_count int | apps
-- column: last_active_day day | in the window
-- column: priority_score real | weighted sum of the three, for 28 days
-- column: is_recommended flag | 1: enough active days, and no guest
-- column: min_active_days int [days] | as given
-- column: weight_prompts real | as given
-- column: weight_active_days real | as given
-- column: weight_prompts_per_day real | as given
with period as (
  select
    min(day_number) as first_number, max(day_number) as last_number, count(*) as day_count
  from audit_calendar
  where day >= :from_day and day < :to_day
),
licensed as (
  select l.user_id
  from period p
  join license_spans l on l.valid_from <= p.last_number and l.valid_to > p.last_number
  group by l.user_id
),
active as (
  select
    u.id as user_id, count(distinct cast((h.day_number + 3) / 7 as integer)) as weeks,
    count(distinct h.day_number) as days, max(h.day_number) as last_number,
    sum(h.interaction_count) as turns, sum(h.prompt_count) as prompts
  from users u
  cross join covered_hours h on h.user_id = u.id
    and h.day_number >= (select first_number from period)
    and h.day_number <= (select last_number from period)
    and u.id not in (select user_id from licensed)
  group by u.id
),
person_apps as (
  select distinct user_id, app_id
  from covered_activity
  where day >= :from_day and day < :to_day
    and user_id not in (select user_id from licensed)
),
breadth as (select user_id, count(*) as apps from person_apps group by user_id),
names as (
  select
    u.id, min(u.user_principal_name) as name, max(length(u.user_principal_name)) + 17893 as stop
  from active a
  join users u on u.id = a.user_id
  group by u.id
),
guest_names as (
  -- The calendar counts the letters of a name: wherever #ext# stands, it marks a guest.
  select distinct x.id
  from names x
  join days n on n.day_number < x.stop and substr(x.name, n.day_number - 17896, 5) = '#ext#'
),
facts as (
  select
    a.*, u.user_principal_name, u.display_name,
    case when f.directory_day is not null and d.user_id is null then '(not in directory)'
      else d.department end as department,
    case when lower(d.user_type) = 'guest' then 1 when d.user_type is not null then 0
      when g.id is not null then 1 end as is_guest,
    :weight_prompts * a.prompts * 28 / p.day_count + :weight_active_days * a.days * 28 / p.day_count
      + 1e0 * :weight_prompts_per_day * a.prompts / a.days as score
  from active a
  join users u on u.id = a.user_id
  cross join period p
  join first_lists f on f.license_day is not null
  left join directory_spans d
    on d.user_id = a.user_id and d.valid_from <= p.last_number and d.valid_to > p.last_number
  left join guest_names g on g.id = a.user_id
  where coalesce(d.is_account_enabled, 1) = 1
)
select
  f.user_principal_name,
  f.display_name,
  f.department,
  f.is_guest,
  f.turns as interaction_count,
  f.prompts as prompt_count,
  f.days as active_day_count,
  f.weeks as active_week_count,
  b.apps as app_count,
  l.day as last_active_day,
  f.score as priority_score,
  case when f.days >= :min_active_days and coalesce(f.is_guest, 0) = 0 then 1 else 0 end
    as is_recommended,
  :min_active_days as min_active_days,
  :weight_prompts as weight_prompts,
  :weight_active_days as weight_active_days,
  :weight_prompts_per_day as weight_prompts_per_day
from facts f
join breadth b on b.user_id = f.user_id
join days l on l.day_number = f.last_number
order by is_recommended desc, priority_score desc, f.user_principal_name
