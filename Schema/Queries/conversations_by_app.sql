-- question: How long are conversations in each app?
-- theme: Activity
-- grain: one row per app that was used
-- order: conversation_count descending, app
-- needs: audit_interactions
-- source: threads; one that spans apps counts in each, with the interactions of that app
-- parameter: from_day day = first covered day | first day, included
-- parameter: to_day day = day after the last covered day | day after the last one
-- column: app text | product, e.g. Word, Teams, Copilot Chat; (none) without an app host
-- column: conversation_count int [conversations] | distinct threads with an interaction in the app
-- column: user_count int [people] | people with an interaction in the app
-- column: interaction_count int [interactions] | counted turns
-- column: prompt_count int [messages] | prompts
-- column: prompts_per_conversation real | prompts / conversations
-- column: single_prompt_conversation_count int [conversations] | with exactly one prompt
-- column: no_prompt_conversation_count int [conversations] | without any prompt
-- column: longest_conversation_prompt_count int [messages] | prompts of the longest conversation
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
rows_of_apps as (
  select
    a.day_number, a.app_id, sum(a.interaction_count) as interaction_count,
    sum(a.prompt_count) as prompt_count, sum(a.conversation_count) as own_count,
    sum(a.no_prompt_conversation_count) as empty_count,
    sum(a.single_prompt_conversation_count) as single_count,
    max(a.longest_conversation_prompt_count) as longest_count
  from adoption_activity a
  where a.day_number >= (select first_number from period)
    and a.day_number <= (select last_number from period)
    and a.day_number not in (select day_number from unknown_days)
  group by a.day_number, a.app_id
),
shared as (
  select app_id, thread_id, sum(prompt_count) as prompt_count
  from shared_conversations
  where day_number >= (select first_number from period)
    and day_number <= (select last_number from period)
    and day_number not in (select day_number from unknown_days)
  group by app_id, thread_id
),
conversations as (
  select
    app_id, sum(own_count) as conversation_count, sum(interaction_count) as interaction_count,
    sum(prompt_count) as prompt_count, max(longest_count) as longest_count,
    sum(single_count) as single_count, sum(empty_count) as empty_count
  from (
    select
      app_id, own_count, interaction_count, prompt_count, longest_count, single_count, empty_count
    from rows_of_apps
    union all
    select
      app_id, 1, 0, 0, prompt_count, case prompt_count when 1 then 1 else 0 end,
      case prompt_count when 0 then 1 else 0 end
    from shared
  ) c
  group by app_id
),
person_apps as (
  select distinct a.app_id, a.user_id
  from adoption_activity a
  where a.day_number >= (select first_number from period)
    and a.day_number <= (select last_number from period)
    and a.day_number not in (select day_number from unknown_days)
),
users_of_apps as (select app_id, count(*) as user_count from person_apps group by app_id)
select
  n.name as app,
  c.conversation_count,
  u.user_count,
  c.interaction_count,
  c.prompt_count,
  1e0 * c.prompt_count / c.conversation_count as prompts_per_conversation,
  c.single_count as single_prompt_conversation_count,
  c.empty_count as no_prompt_conversation_count,
  c.longest_count as longest_conversation_prompt_count
from conversations c
join users_of_apps u on u.app_id = c.app_id
join apps n on n.id = c.app_id
order by c.conversation_count desc, app
