-- question: In which places (app hosts) is Copilot used?
-- theme: Activity
-- grain: one row per app host and app that were used
-- order: active_user_count descending, interaction_count descending, app_host, app
-- needs: audit_interactions; optional license_lists
-- source: app hosts as records name them, without regard to case
-- parameter: from_day day = first covered day | first day, included
-- parameter: to_day day = day after the last covered day | day after the last one
-- column: app_host text | where, as Microsoft spells it; (none) without one
-- column: app text | product; an app host can belong to several, by contexts and agents
-- column: active_user_count int [people] | people with at least one interaction there
-- column: active_licensed_user_count int? [people] | of these, licensed on the last day
-- column: interaction_count int [interactions] | counted turns
-- column: prompt_count int [messages] | prompts
-- column: conversation_count int [conversations] | distinct threads with an interaction there
-- column: active_day_count int [days] | distinct days of use
-- column: user_ratio real | active users / active users of all app hosts
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
spellings as (
  select id, name, min(id) over (partition by name) as host_id
  from app_hosts
  where is_user_action = 1
),
person_hosts as (
  select distinct s.host_id, a.app_id, a.user_id
  from adoption_activity a
  join spellings s on s.id = a.app_host_id
  where a.day_number >= (select first_number from period)
    and a.day_number <= (select last_number from period)
    and a.day_number not in (select day_number from unknown_days)
),
everyone as (select count(distinct user_id) as user_count from person_hosts),
host_days as (
  select
    a.day_number, a.app_host_id, a.app_id, sum(a.interaction_count) as interaction_count,
    sum(a.prompt_count) as prompt_count, sum(a.conversation_count) as conversation_count
  from adoption_activity a
  where a.day_number >= (select first_number from period)
    and a.day_number <= (select last_number from period)
    and a.day_number not in (select day_number from unknown_days)
  group by a.day_number, a.app_host_id, a.app_id
),
days_of_hosts as (
  select
    s.host_id, a.app_id, count(distinct a.day_number) as day_count,
    min(a.day_number) as first_number, max(a.day_number) as last_number,
    sum(a.interaction_count) as interaction_count, sum(a.prompt_count) as prompt_count,
    sum(a.conversation_count) as conversation_count
  from host_days a
  join spellings s on s.id = a.app_host_id
  group by s.host_id, a.app_id
),
threads_of_hosts as (
  select s.host_id, c.app_id, count(distinct c.thread_id) as conversation_count
  from covered_shared_conversations c
  join spellings s on s.id = c.app_host_id
  where c.day >= :from_day and c.day < :to_day
  group by s.host_id, c.app_id
),
users_of_hosts as (
  select
    p.host_id, p.app_id, count(*) as user_count, count(l.user_id) as licensed_count
  from person_hosts p
  cross join period w
  left join holder_spans l
    on l.user_id = p.user_id and l.valid_from <= w.last_number and l.valid_to > w.last_number
  group by p.host_id, p.app_id
)
select
  s.name as app_host,
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
from users_of_hosts u
join spellings s on s.id = u.host_id
join apps n on n.id = u.app_id
join days_of_hosts d on d.host_id = u.host_id and d.app_id = u.app_id
left join threads_of_hosts t on t.host_id = u.host_id and t.app_id = u.app_id
join days first_day on first_day.day_number = d.first_number
join days last_day on last_day.day_number = d.last_number
cross join everyone e
cross join first_lists f
order by active_user_count desc, d.interaction_count desc, app_host, app
