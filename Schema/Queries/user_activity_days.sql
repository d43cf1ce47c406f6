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
person_days as (
  select
    c.day_number, c.user_id,
    sum(c.interaction_count) as interaction_count, sum(c.prompt_count) as prompt_count,
    count(distinct c.conversation_key) as conversation_count, count(distinct c.app_id) as app_count
  from covered_conversations c
  where c.day_number >= (select first_number from period)
    and c.day_number <= (select last_number from period)
  group by c.day_number, c.user_id
),
agent_days as (
  select a.day_number, a.user_id, sum(a.interaction_count) as interaction_count
  from covered_activity a
  where a.day_number >= (select first_number from period)
    and a.day_number <= (select last_number from period)
    and a.agent_id > 0
  group by a.day_number, a.user_id
)
select
  d.day,
  u.user_principal_name,
  p.interaction_count,
  p.prompt_count,
  p.conversation_count,
  p.app_count,
  coalesce(a.interaction_count, 0) as agent_interaction_count
from person_days p
left join agent_days a on a.day_number = p.day_number and a.user_id = p.user_id
join users u on u.id = p.user_id
join days d on d.day_number = p.day_number
order by p.day_number, u.user_principal_name
