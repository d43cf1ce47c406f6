-- question: In which apps is Copilot used?
-- theme: Activity
-- grain: one row per app that was used
-- order: active_user_count descending, interaction_count descending, app
-- needs: audit_interactions; optional license_lists
-- source: apps as products: app host, contexts and agent of a record decide
-- parameter: from_day day = first covered day | first day, included
-- parameter: to_day day = day after the last covered day | day after the last one
-- column: app text | product, e.g. Word, Teams, Copilot Chat; (none) without an app host
-- column: active_user_count int [people] | people with at least one interaction in the app
-- column: active_licensed_user_count int? [people] | of these, licensed on the last day
-- column: interaction_count int [interactions] | counted turns
-- column: prompt_count int [messages] | prompts
-- column: conversation_count int [conversations] | distinct threads with an interaction in the app
-- column: active_day_count int [days] | distinct days of use
-- column: user_ratio real | active users / active users of all apps
-- column: first_active_day day | first day of use in the window
-- column: last_active_day day | last day of use in the window
with period as (
  select min(day_number) as first_number, max(day_number) as last_number
  from days
  where day >= :from_day and day < :to_day
),
unknown_days as (
  select day_number
  from audit_calendar
  where day >= :from_day and day < :to_day and is_covered = 0
),
person_apps as (
  select distinct a.app_id, a.user_id
  from adoption_activity a
  where a.day_number >= (select first_number from period)
    and a.day_number <= (select last_number from period)
    and a.day_number not in (select day_number from unknown_days)
),
everyone as (select count(distinct user_id) as user_count from person_apps),
app_days as (
  select
    a.app_id, a.day_number, sum(a.interaction_count) as interaction_count,
    sum(a.prompt_count) as prompt_count, sum(a.conversation_count) as conversation_count
  from adoption_activity a
  where a.day_number >= (select first_number from period)
    and a.day_number <= (select last_number from period)
    and a.day_number not in (select day_number from unknown_days)
  group by a.day_number, a.app_id
),
days_of_apps as (
  select
    app_id, count(*) as day_count, min(day_number) as first_number, max(day_number) as last_number,
    sum(interaction_count) as interaction_count, sum(prompt_count) as prompt_count,
    sum(conversation_count) as conversation_count
  from app_days
  group by app_id
),
threads_of_apps as (
  select app_id, count(distinct thread_id) as conversation_count
  from covered_shared_conversations
  where day >= :from_day and day < :to_day
  group by app_id
),
licensed as (
  select l.user_id
  from period p
  join license_spans l on l.valid_from <= p.last_number and l.valid_to > p.last_number
  group by l.user_id
),
users_of_apps as (
  select p.app_id, count(*) as user_count, count(l.user_id) as licensed_count
  from person_apps p
  left join licensed l on l.user_id = p.user_id
  group by p.app_id
)
select
  n.name as app,
  u.user_count as active_user_count,
  case when f.license_day is not null then u.licensed_count end as active_licensed_user_count,
  d.interaction_count,
  d.prompt_count,
  d.conversation_count + coalesce(t.conversation_count, 0) as conversation_count,
  d.day_count as active_day_count,
  1e0 * u.user_count / e.user_count as user_ratio,
  first_day.day as first_active_day,
  last_day.day as last_active_day
from users_of_apps u
join apps n on n.id = u.app_id
join days_of_apps d on d.app_id = u.app_id
left join threads_of_apps t on t.app_id = u.app_id
join days first_day on first_day.day_number = d.first_number
join days last_day on last_day.day_number = d.last_number
cross join everyone e
cross join first_lists f
order by active_user_count desc, d.interaction_count desc, app
