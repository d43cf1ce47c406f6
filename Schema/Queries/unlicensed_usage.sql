-- question: Where is Copilot used without a licence?
-- theme: Licences
-- grain: one row per app used by people without a licence
-- order: active_user_count desc, app
-- needs: audit_interactions, license_lists
-- source: people not licensed on the last day of the window; unlicensed use as in the AI-in-One dashboard
-- parameter: from_day day = first covered day | first day, included
-- parameter: to_day day = day after the last covered day | day after the last one
-- column: app text | product
-- column: active_user_count int [people] | unlicensed people with an interaction in the app
-- column: interaction_count int [interactions] | their counted turns
-- column: prompt_count int [messages] | their prompts
-- column: conversation_count int [conversations] | distinct threads, counted in each of their apps
-- column: active_user_day_count int [person days] | distinct pairs of person and day
-- column: user_ratio real | active users / unlicensed people active in any app
with period as (
  select max(day_number) as last_number from audit_calendar where day >= :from_day and day < :to_day
),
licensed as (
  select l.user_id
  from period p
  join license_spans l on l.valid_from <= p.last_number and l.valid_to > p.last_number
  group by l.user_id
),
active as (
  select
    a.user_id, a.app_id, a.day_number, sum(a.interaction_count) as interaction_count,
    sum(a.prompt_count) as prompt_count
  from covered_activity a
  left join licensed l on l.user_id = a.user_id
  where a.day >= :from_day and a.day < :to_day and l.user_id is null
  group by a.day_number, a.user_id, a.app_id
),
person_apps as (
  select
    app_id, user_id, count(*) as day_count, sum(interaction_count) as interaction_count,
    sum(prompt_count) as prompt_count
  from active
  group by app_id, user_id
),
everybody as (select count(distinct user_id) as user_count from person_apps),
threads as (
  select distinct c.app_id, c.conversation_key
  from covered_conversations c
  left join licensed l on l.user_id = c.user_id
  where c.day >= :from_day and c.day < :to_day and l.user_id is null
),
app_threads as (select app_id, count(*) as thread_count from threads group by app_id),
app_people as (
  select
    app_id, count(*) as user_count, sum(day_count) as day_count,
    sum(interaction_count) as interaction_count, sum(prompt_count) as prompt_count
  from person_apps
  group by app_id
)
select
  n.name as app,
  a.user_count as active_user_count,
  a.interaction_count,
  a.prompt_count,
  t.thread_count as conversation_count,
  a.day_count as active_user_day_count,
  1e0 * a.user_count / e.user_count as user_ratio
from app_people a
join apps n on n.id = a.app_id
join app_threads t on t.app_id = a.app_id
cross join everybody e
join first_lists f on f.license_day is not null
order by active_user_count desc, n.name
