-- question: How much is Copilot used?
-- theme: Activity
-- grain: one row
-- order: none
-- needs: audit_interactions; optional license_lists, directory
-- source: active user as in the Microsoft 365 usage report; counted turns, not records
-- parameter: from_day day = first covered day | first day, included
-- parameter: to_day day = day after the last covered day | day after the last one
-- column: from_day day | first day of the window
-- column: to_day day | day after the window
-- column: day_count int [days] | days in the window
-- column: covered_day_count int [days] | days that are known
-- column: active_user_count int? [people] | people with an interaction
-- column: licensed_user_count int? [people] | people licensed on the last day
-- column: active_licensed_user_count int? [people] | active and licensed
-- column: active_unlicensed_user_count int? [people] | active, not licensed
-- column: active_license_ratio real? | active licensed / licensed; if every day is covered
-- column: directory_user_count int? [people] | enabled accounts on the last day, no guests
-- column: active_directory_ratio real? | active directory users / all; if every day is covered
-- column: interaction_count int? [interactions] | counted turns
-- column: prompt_count int? [messages] | prompts
-- column: response_count int? [messages] | responses
-- column: conversation_count int? [conversations] | distinct threads
-- column: active_user_day_count int? [person days] | pairs of person and day
-- column: interactions_per_active_user real? | interactions / active users
-- column: prompts_per_active_user real? | prompts / active users
-- column: active_days_per_active_user real? | person days / active users
-- column: agent_user_count int? [people] | people who used an agent
-- column: license_basis text? | observed, or assumed before the first list
with period as (
  select
    min(day_number) as first_number, max(day_number) as last_number, count(*) as day_count,
    sum(is_covered) as covered_count
  from audit_calendar
  where day >= :from_day and day < :to_day
),
unknown_days as (
  select day_number
  from audit_calendar
  where day >= :from_day and day < :to_day and is_covered = 0
),
people as (
  select
    u.id as user_id, count(distinct h.day_number) as day_count,
    sum(h.interaction_count) as interaction_count, sum(h.prompt_count) as prompt_count
  from users u
  cross join hourly_activity h on h.user_id = u.id
    and h.day_number >= (select first_number from period)
    and h.day_number <= (select last_number from period)
  where h.day_number not in (select day_number from unknown_days)
  group by u.id
),
row_totals as (
  select
    coalesce(sum(response_count), 0) as response_count,
    coalesce(sum(conversation_count), 0) as thread_count,
    count(distinct case when agent_id > 0 then user_id end) as agent_user_count
  from adoption_activity
  where day_number >= (select first_number from period)
    and day_number <= (select last_number from period)
    and day_number not in (select day_number from unknown_days)
),
shared_total as (
  select count(distinct thread_id) as thread_count
  from covered_shared_conversations
  where day >= :from_day and day < :to_day
),
licensed as (
  select l.user_id
  from period p
  join license_spans l on l.valid_from <= p.last_number and l.valid_to > p.last_number
  group by l.user_id
),
license_total as (select count(*) as user_count from licensed),
directory_users as (
  select d.user_id
  from period p
  join directory_spans d on d.valid_from <= p.last_number and d.valid_to > p.last_number
  where d.is_directory_user = 1
),
directory_total as (select count(*) as user_count from directory_users),
activity as (
  select
    count(*) as user_count, count(l.user_id) as licensed_count, count(d.user_id) as directory_count,
    coalesce(sum(p.interaction_count), 0) as interaction_count,
    coalesce(sum(p.prompt_count), 0) as prompt_count,
    coalesce(sum(p.day_count), 0) as user_day_count
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
  case when p.covered_count > 0 then r.response_count end as response_count,
  case when p.covered_count > 0 then r.thread_count + c.thread_count end as conversation_count,
  a.user_day_count as active_user_day_count,
  1e0 * a.interaction_count / nullif(a.user_count, 0) as interactions_per_active_user,
  1e0 * a.prompt_count / nullif(a.user_count, 0) as prompts_per_active_user,
  1e0 * a.user_day_count / nullif(a.user_count, 0) as active_days_per_active_user,
  case when p.covered_count > 0 then r.agent_user_count end as agent_user_count,
  case when f.license_day > p.last_number then 'assumed'
    when f.license_day is not null then 'observed' end as license_basis
from period p
cross join first_lists f
cross join row_totals r
cross join shared_total c
left join activity a on p.covered_count > 0
left join license_total l on f.license_day is not null
left join directory_total d on f.directory_day is not null
