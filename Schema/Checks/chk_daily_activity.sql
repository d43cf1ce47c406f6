-- rule: daily_activity is, but for the kept sums of purged days, the sum of interactions by day, user, set, app, app host and agent, with the conversations that are in one row alone.
-- remedy: Rebuild what is derived: copilot-usage rebuild.
with purged as (select coalesce(max(first_kept_day), 0) as first_day from privacy_actions),
kept as (
  select thread_id from shared_conversations where day_number < (select first_day from purged)
),
derived as (select * from daily_activity where day_number >= (select first_day from purged)),
turns as (
  select
    i.day_number, i.user_id,
    2 * i.is_counted + 4 * i.is_by_person + case when i.record_type = 261 then 8 else 0 end
      + case when i.record_type = 261 and i.is_counted = 1 and i.is_by_person = 1
        and h.is_user_action = 1 then 1 else 0 end as activity_set_id,
    i.app_id, i.app_host_id, coalesce(i.agent_id, 0) as agent_id, coalesce(i.thread_id, -i.id) as thread_key,
    count(*) as turns, sum(i.prompt_count) as prompts, sum(i.response_count) as responses
  from interactions i
  join app_hosts h on h.id = i.app_host_id
  group by 1, 2, 3, 4, 5, 6, 7
),
placed as (
  select
    t.*,
    case when activity_set_id = 15 and count(*) over (partition by thread_key, activity_set_id) = 1
      and thread_key not in (select thread_id from kept) then 1 else 0 end as is_own
  from turns t
),
summed as (
  select
    day_number, user_id, activity_set_id, app_id, app_host_id, agent_id, sum(turns) as interaction_count,
    sum(prompts), sum(responses), sum(is_own), sum(case prompts when 0 then is_own else 0 end),
    sum(case prompts when 1 then is_own else 0 end), max(is_own * prompts)
  from placed
  group by 1, 2, 3, 4, 5, 6
),
missing as (select * from summed except select * from derived),
surplus as (select * from derived except select * from summed)
select
  'daily_activity day ' || day_number || ' user ' || user_id as object,
  'facts have set ' || activity_set_id || ', app ' || app_id || ', count ' || interaction_count as detail
from missing
union all
select
  'daily_activity day ' || day_number || ' user ' || user_id,
  'facts lack set ' || activity_set_id || ', app ' || app_id || ', count ' || interaction_count
from surplus
