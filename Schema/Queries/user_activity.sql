-- question: Who uses Copilot, how much, where?
-- theme: Organisation
-- grain: one row per person active, or licensed on the last day
-- order: interaction_count desc, user_principal_name
-- needs: audit_interactions; optional license_lists, directory
-- source: counted turns; state of the last day
-- parameter: from_day day = first covered day | first day
-- parameter: to_day day = day after the last covered day | day after
-- parameter: include_inactive flag = 1 | 1: inactive, too
-- column: user_principal_name text | name
-- column: display_name text? | name in lists
-- column: department text? | NULL: no directory
-- column: is_licensed flag? | NULL: no list
-- column: is_account_enabled flag? | 0: disabled
-- column: interaction_count int? [interactions] | counted turns; NULL if days are missing
-- column: prompt_count int? [messages] | prompts
-- column: response_count int? [messages] | responses
-- column: conversation_count int? | threads
-- column: active_day_count int? [days] | of use
-- column: active_week_count int? [weeks] | of use
-- column: app_count int? | apps
-- column: top_app text? | most used
-- column: agent_interaction_count int? | with an agent
-- column: first_active_day day? | in window
-- column: last_active_day day? | in window
-- column: last_active_day_ever day? | or before; NULL = never seen
-- column: idle_day_count int? [days] | since then
with period as (
  select
    min(day_number) as first_number, max(day_number) as last_number,
    case when sum(is_covered) = count(*) then 0 end as quiet
  from audit_calendar
  where day >= :from_day and day < :to_day
),
person_totals as (
  select
    u.id as user_id, count(distinct h.day_number) as days,
    count(distinct cast((h.day_number + 3) / 7 as integer)) as weeks,
    min(h.day_number) as first_number, max(h.day_number) as last_number
  from users u
  cross join covered_hours h on h.user_id = u.id
    and h.day_number >= (select first_number from period)
    and h.day_number <= (select last_number from period)
  group by u.id
),
person_apps as (
  select
    user_id, app_id, sum(interaction_count) as turns, sum(prompt_count) as prompts,
    sum(response_count) as responses, sum(conversation_count) as threads,
    sum(case when agent_id > 0 then interaction_count else 0 end) as agent_turns
  from covered_activity
  where day >= :from_day and day < :to_day
  group by user_id, app_id
),
ranked_apps as (
  select p.*, name, row_number() over (partition by user_id order by turns desc, name) as place
  from person_apps p
  join apps n on n.id = p.app_id
),
active as (
  select
    user_id, count(*) as apps, max(case when place = 1 then name end) as top_app,
    sum(turns) as turns, sum(prompts) as prompts, sum(responses) as responses,
    sum(agent_turns) as agent_turns, sum(threads) as threads
  from ranked_apps
  group by user_id
),
shared as (
  select user_id, count(distinct thread_id) as threads
  from covered_shared_conversations
  where day >= :from_day and day < :to_day
  group by user_id
),
last_days as (
  select u.id as user_id, max(h.day_number) as last_number
  from users u
  cross join hourly_activity h on h.user_id = u.id
    and h.day_number <= (select last_number from period)
  group by u.id
),
licensed as (
  select l.user_id
  from period p
  join license_spans l on l.valid_from <= p.last_number and l.valid_to > p.last_number
  group by l.user_id
),
listed as (
  select user_id from active
  union
  select user_id from licensed where :include_inactive = 1
)
select
  u.user_principal_name,
  u.display_name,
  case when f.directory_day is not null and d.user_id is null then '(not in directory)'
    else d.department end as department,
  case when l.user_id is not null then 1 when f.license_day is not null then 0 end as is_licensed,
  d.is_account_enabled,
  coalesce(a.turns, p.quiet) as interaction_count,
  coalesce(a.prompts, p.quiet) as prompt_count,
  coalesce(a.responses, p.quiet) as response_count,
  coalesce(a.threads + coalesce(c.threads, 0), p.quiet) as conversation_count,
  coalesce(t.days, p.quiet) as active_day_count,
  coalesce(t.weeks, p.quiet) as active_week_count,
  coalesce(a.apps, p.quiet) as app_count,
  a.top_app,
  coalesce(a.agent_turns, p.quiet) as agent_interaction_count,
  y.day as first_active_day,
  z.day as last_active_day,
  e.day as last_active_day_ever,
  p.last_number - e.day_number as idle_day_count
from listed x
join users u on u.id = x.user_id
cross join period p
cross join first_lists f
left join active a on a.user_id = x.user_id
left join person_totals t on t.user_id = x.user_id
left join shared c on c.user_id = x.user_id
left join last_days h on h.user_id = x.user_id
left join licensed l on l.user_id = x.user_id
left join directory_spans d
  on d.user_id = x.user_id and d.valid_from <= p.last_number and d.valid_to > p.last_number
left join days y on y.day_number = t.first_number
left join days z on z.day_number = t.last_number
left join days e on e.day_number = h.last_number
order by interaction_count desc, u.user_principal_name
