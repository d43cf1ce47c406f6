-- question: Which departments use Copilot?
-- theme: Organisation
-- grain: one row per department on the last day
-- order: active_user_count descending, department
-- needs: audit_interactions, directory; optional license_lists
-- source: directory users, licensed and active people
-- parameter: from_day day = first covered day | first day
-- parameter: to_day day = day after the last covered day | day after
-- parameter: min_group_size int = 1 | smaller ones become one row [people]
-- column: department text? | (none), (not in directory), (small groups); NULL: no directory
-- column: person_count int [people] | all of the three kinds below
-- column: directory_user_count int? [people] | enabled accounts, no guests
-- column: licensed_user_count int? [people] | licensed on the last day
-- column: active_user_count int? [people] | with an interaction
-- column: active_licensed_user_count int? [people] | active and licensed
-- column: active_unlicensed_user_count int? [people] | active, not licensed
-- column: active_license_ratio real? | active licensed / licensed; if all days are covered
-- column: active_directory_ratio real? | the same of directory users
-- column: interaction_count int? [interactions] | counted turns
-- column: prompt_count int? [messages] | prompts
-- column: prompts_per_active_user real? | prompts / active users
-- column: active_days_per_active_user real? | active days / active users
with period as (
  select
    min(day_number) as first_number, max(day_number) as last_number, count(*) as day_count,
    sum(is_covered) as covered_count
  from audit_calendar
  where day >= :from_day and day < :to_day
),
active as (
  select
    u.id as user_id, count(distinct day_number) as day_count,
    sum(interaction_count) as interaction_count, sum(prompt_count) as prompt_count
  from users u
  cross join covered_hours on user_id = u.id
    and day_number >= (select first_number from period)
    and day_number <= (select last_number from period)
  group by u.id
),
licensed as (
  select distinct user_id
  from period
  join license_spans on valid_from <= last_number and valid_to > last_number
),
directory as (
  select user_id, department, is_directory_user
  from period
  join directory_spans on valid_from <= last_number and valid_to > last_number
),
listed as (
  select user_id from active
  union
  select user_id from licensed
  union
  select user_id from directory where is_directory_user = 1
),
people as (
  select
    case when d.user_id is null and f.directory_day is not null then '(not in directory)'
      else d.department end as department,
    coalesce(d.is_directory_user, 0) as is_directory_user,
    case when l.user_id is null then 0 else 1 end as is_licensed,
    case when a.user_id is null then 0 else 1 end as is_active,
    coalesce(a.day_count, 0) as day_count,
    coalesce(a.interaction_count, 0) as interaction_count,
    coalesce(a.prompt_count, 0) as prompt_count
  from listed x
  cross join first_lists f
  left join active a on a.user_id = x.user_id
  left join licensed l on l.user_id = x.user_id
  left join directory d on d.user_id = x.user_id
),
sized as (select p.*, count(*) over (partition by department) as size from people p),
grouped as (
  select case when size < :min_group_size then '(small groups)' else department end as label, s.*
  from sized s
),
totals as (
  select
    label as department,
    count(*) as person_count,
    sum(is_directory_user) as directory_count,
    sum(is_licensed) as licensed_count,
    sum(is_active) as active_count,
    sum(is_active * is_licensed) as active_licensed_count,
    sum(is_active * is_directory_user) as active_directory_count,
    sum(day_count) as day_count,
    sum(interaction_count) as interaction_count,
    sum(prompt_count) as prompt_count
  from grouped
  group by label
),
known as (
  select
    case when p.covered_count > 0 then 1 end as presence,
    case when p.covered_count = p.day_count then 1e0 end as absence,
    case when f.license_day is not null then 1 end as licenses,
    case when f.directory_day is not null then 1 end as directory
  from period p
  cross join first_lists f
)
select
  t.department,
  t.person_count,
  k.directory * t.directory_count as directory_user_count,
  k.licenses * t.licensed_count as licensed_user_count,
  k.presence * t.active_count as active_user_count,
  k.presence * k.licenses * t.active_licensed_count as active_licensed_user_count,
  k.presence * k.licenses * (t.active_count - t.active_licensed_count)
    as active_unlicensed_user_count,
  k.absence * k.licenses * t.active_licensed_count / nullif(t.licensed_count, 0)
    as active_license_ratio,
  k.absence * k.directory * t.active_directory_count / nullif(t.directory_count, 0)
    as active_directory_ratio,
  k.presence * t.interaction_count as interaction_count,
  k.presence * t.prompt_count as prompt_count,
  1e0 * t.prompt_count / nullif(t.active_count, 0) as prompts_per_active_user,
  1e0 * t.day_count / nullif(t.active_count, 0) as active_days_per_active_user
from totals t
cross join known k
order by active_user_count desc, t.department
