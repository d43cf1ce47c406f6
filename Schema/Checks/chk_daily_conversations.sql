-- rule: daily_conversations is the sum of adoption interactions by day, user, app and conversation.
-- remedy: Rebuild what is derived: copilot-usage rebuild.
with summed as (
  select
    i.day_number, i.user_id, i.app_id, coalesce(i.thread_id, -i.id) as conversation_key,
    count(*) as interaction_count, sum(i.prompt_count) as prompt_count
  from interactions i
  join app_hosts h on h.id = i.app_host_id
  where i.record_type = 261 and i.is_counted = 1 and i.is_by_person = 1 and h.is_user_action = 1
  group by 1, 2, 3, 4
),
missing as (select * from summed except select * from daily_conversations),
surplus as (select * from daily_conversations except select * from summed)
select
  'daily_conversations day ' || day_number || ' user ' || user_id as object,
  'facts have conversation ' || conversation_key || ', count ' || interaction_count as detail
from missing
union all
select
  'daily_conversations day ' || day_number || ' user ' || user_id,
  'facts lack conversation ' || conversation_key || ', count ' || interaction_count
from surplus
