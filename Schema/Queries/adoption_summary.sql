-- question: How much is Copilot used?
-- theme: Activity
-- grain: one row
-- order: none
-- needs: audit_interactions; optional license_lists, directory
-- source: active user as in the Microsoft 365 report; counted turns
-- parameter: from_day day = first covered day | first day
-- parameter: to_day day = day after the last covered day | day after
-- column: from_day day | first day
-- column: to_day day | day after the window
-- column: day_count int [days] | of the window
-- column: covered_day_count int [days] | days that are known
-- column: active_user_count int? [people] | with an interaction
-- column: licensed_user_count int? [people] | licensed on the last day
-- column: active_licensed_user_count int? [people] | active and licensed
-- column: active_unlicensed_user_count int? [people] | active, not licensed
-- column: active_license_ratio real? | active licensed / licensed; if all days are covered
-- column: directory_user_count int? [people] | enabled, no guests
-- column: active_directory_ratio real? | the same of directory users
-- column: interaction_count int? [interactions] | counted turns
-- column: prompt_count int? [messages] | prompts
-- column: response_count int? [messages] | responses
-- column: conversation_count int? | distinct threads
-- column: active_user_day_count int? | pairs of person and day
-- column: interactions_per_active_user real? | turns / active users
-- column: prompts_per_active_user real? | prompts / active users
-- column: active_days_per_active_user real? | person days / active users
-- column: agent_user_count int? [people] | with an agent
-- column: license_basis text? | observed; assumed before the first list
with period as (
  select
    min(day_number) as first_number, max(day_number) as last_number, count(*) as day_count,
    sum(is_covered) as covered_count
  from audit_calendar
  where day >= :from_day and day < :to_day
),
people as (
  select
    u.id as user_id, count(distinct day_number) as days, sum(interaction_count) as turns,
    sum(prompt_count) as prompts
  from users u
  cross join covered_hours on user_id = u.id
    and day_number >= (select first_number from period)
    and day_number <= (select last_number from period)
  group by u.id
),
row_totals as (
  select
    coalesce(sum(response_count), 0) as responses, coalesce(sum(conversation_count), 0) as threads,
    count(distinct case when agent_id > 0 then user_id end) as agent_users
  from covered_activity
  where day >= :from_day and day < :to_day
),
shared_total as (
  select count(distinct thread_id) as threads
  from covered_shared_conversations
  where day >= :from_day and day < :to_day
),
licensed as (
  select distinct user_id
  from period
  join license_spans on valid_from <= last_number and valid_to > last_number
),
license_total as (select count(*) as user_count from licensed),
directory_users as (
  select user_id
  from period
  join directory_spans on valid_from <= last_number and valid_to > last_number
  where is_directory_user = 1
),
directory_total as (select count(*) as user_count from directory_users),
activity as (
  select
    count(*) as user_count, count(l.user_id) as licensed_count, count(d.user_id) as directory_count,
    coalesce(sum(turns), 0) as interaction_count, coalesce(sum(prompts), 0) as prompt_count,
    coalesce(sum(days), 0) as user_day_count
  from people p
  left join licensed l on l.user_id = p.user_id
  left join directory_users d on d.user_id = p.user_id
)
select
  :from_day as from_day,
  :to_day as to_day,
  p.day_count,
  p.covered_count as covered_day_count,
  a.user_count as active_user_count,
  l.user_count as licensed_user_count,
  case when l.user_count is not null then a.licensed_count end as active_licensed_user_count,
  case when l.user_count is not null then a.user_count - a.licensed_count end
    as active_unlicensed_user_count,
  case when p.covered_count = p.day_count
    then 1e0 * a.licensed_count / nullif(l.user_count, 0) end as active_license_ratio,
  d.user_count as directory_user_count,
  case when p.covered_count = p.day_count
    then 1e0 * a.directory_count / nullif(d.user_count, 0) end as active_directory_ratio,
  a.interaction_count,
  a.prompt_count,
  case when p.covered_count > 0 then r.responses end as response_count,
  case when p.covered_count > 0 then r.threads + c.threads end as conversation_count,
  a.user_day_count as active_user_day_count,
  1e0 * a.interaction_count / nullif(a.user_count, 0) as interactions_per_active_user,
  1e0 * a.prompt_count / nullif(a.user_count, 0) as prompts_per_active_user,
  1e0 * a.user_day_count / nullif(a.user_count, 0) as active_days_per_active_user,
  case when p.covered_count > 0 then r.agent_users end as agent_user_count,
  case when f.license_day > p.last_number then 'assumed'
    when f.license_day is not null then 'observed' end as license_basis
from period p
cross join first_lists f
cross join row_totals r
cross join shared_total c
left join activity a on p.covered_count > 0
left join license_total l on f.license_day is not null
left join directory_total d on f.directory_day is not null
