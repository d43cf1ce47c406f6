-- question: Who used Copilot on which day, and how much?
-- theme: Organisation
-- grain: one row per person and day with an interaction, on days whose audit data are known
-- order: day, user_principal_name
-- needs: audit_interactions
-- source: counted turns, not records; an export for other tools
-- parameter: from_day day = first covered day | first day, included
-- parameter: to_day day = day after the last covered day | day after the last one
-- column: day day | the day, UTC
-- column: user_principal_name text | newest name
-- column: interaction_count int [interactions] | counted turns
-- column: prompt_count int [messages] | prompts
-- column: conversation_count int [conversations] | distinct threads with an interaction that day
-- column: app_count int [apps] | distinct apps
-- column: agent_interaction_count int [interactions] | of the counted turns, those with an agent
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
person_days as (
  select
    a.day_number, a.user_id, sum(a.interaction_count) as interaction_count,
    sum(a.prompt_count) as prompt_count, sum(a.conversation_count) as conversation_count,
    count(distinct a.app_id) as app_count,
    sum(case when a.agent_id > 0 then a.interaction_count else 0 end) as agent_interaction_count
  from adoption_activity a
  where a.day_number >= (select first_number from period)
    and a.day_number <= (select last_number from period)
    and a.day_number not in (select day_number from unknown_days)
  group by a.day_number, a.user_id
),
shared as (
  select day_number, user_id, count(distinct thread_id) as conversation_count
  from shared_conversations
  where day_number >= (select first_number from period)
    and day_number <= (select last_number from period)
  group by day_number, user_id
)
select
  d.day,
  u.user_principal_name,
  p.interaction_count,
  p.prompt_count,
  p.conversation_count + coalesce(s.conversation_count, 0) as conversation_count,
  p.app_count,
  p.agent_interaction_count
from person_days p
left join shared s on s.day_number = p.day_number and s.user_id = p.user_id
join users u on u.id = p.user_id
join days d on d.day_number = p.day_number
order by p.day_number, u.user_principal_name
