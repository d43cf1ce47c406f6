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
  select min(day_number) as first_number, max(day_number) as last_number
  from days
  where day >= :from_day and day < :to_day
),
licensed as (
  select l.user_id
  from period p
  join license_spans l on l.valid_from <= p.last_number and l.valid_to > p.last_number
  group by l.user_id
),
unknown_days as (
  select day_number
  from audit_calendar
  where day >= :from_day and day < :to_day and is_covered = 0
),
active as (
  select
    a.user_id, a.app_id, a.day_number, sum(a.interaction_count) as interaction_count,
    sum(a.prompt_count) as prompt_count, sum(a.conversation_count) as thread_count
  from adoption_activity a
  where a.day_number >= (select first_number from period)
    and a.day_number <= (select last_number from period)
    and a.day_number not in (select day_number from unknown_days)
    and a.user_id not in (select user_id from licensed)
  group by a.day_number, a.user_id, a.app_id
),
person_apps as (select distinct app_id, user_id from active),
everybody as (select count(distinct user_id) as user_count from person_apps),
app_threads as (
  select c.app_id, count(distinct c.thread_id) as thread_count
  from covered_shared_conversations c
  where c.day >= :from_day and c.day < :to_day
    and c.user_id not in (select user_id from licensed)
  group by c.app_id
),
app_people as (select app_id, count(*) as user_count from person_apps group by app_id),
app_totals as (
  select
    app_id, count(*) as day_count, sum(interaction_count) as interaction_count,
    sum(prompt_count) as prompt_count, sum(thread_count) as thread_count
  from active
  group by app_id
)
select
  n.name as app,
  a.user_count as active_user_count,
  d.interaction_count,
  d.prompt_count,
  d.thread_count + coalesce(t.thread_count, 0) as conversation_count,
  d.day_count as active_user_day_count,
  1e0 * a.user_count / e.user_count as user_ratio
from app_people a
join apps n on n.id = a.app_id
join app_totals d on d.app_id = a.app_id
left join app_threads t on t.app_id = a.app_id
cross join everybody e
join first_lists f on f.license_day is not null
order by active_user_count desc, n.name
