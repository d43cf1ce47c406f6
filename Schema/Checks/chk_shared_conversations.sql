-- rule: shared_conversations are those whose adoption interactions are in several rows of daily_activity.
-- remedy: Rebuild what is derived: copilot-usage rebuild.
with purged as (select coalesce(max(first_kept_day), 0) as first_day from privacy_actions),
kept as (
  select thread_id from shared_conversations where day_number < (select first_day from purged)
),
turns as (
  select
    i.day_number, i.user_id, i.app_id, i.app_host_id, coalesce(i.agent_id, 0) as agent_id, i.thread_id,
    sum(i.prompt_count) as prompt_count
  from interactions i
  join app_hosts h on h.id = i.app_host_id
  where i.record_type = 261 and i.is_counted = 1 and i.is_by_person = 1 and h.is_user_action = 1
    and i.thread_id is not null
  group by 1, 2, 3, 4, 5, 6
),
summed as (
  select day_number, user_id, app_id, app_host_id, agent_id, thread_id, prompt_count
  from (select t.*, count(*) over (partition by thread_id) as places from turns t)
  where places > 1 or thread_id in (select thread_id from kept)
),
missing as (select * from summed except select * from shared_conversations),
surplus as (
  select * from shared_conversations where day_number >= (select first_day from purged) except select * from summed
)
select
  'shared_conversations day ' || day_number || ' user ' || user_id as object,
  'facts have conversation ' || thread_id || ', prompts ' || prompt_count as detail
from missing
union all
select
  'shared_conversations day ' || day_number || ' user ' || user_id,
  'facts lack conversation ' || thread_id || ', prompts ' || prompt_count
from surplus
