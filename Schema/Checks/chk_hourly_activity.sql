-- rule: hourly_activity is the sum of adoption interactions by day, hour and user.
-- remedy: Rebuild the roll-ups.
with summed as (
  select
    i.user_id, i.day_number, (i.occurred_at - 86400 * i.day_number) / 3600 as hour,
    count(*) as interaction_count, sum(i.prompt_count) as prompt_count
  from interactions i
  join app_hosts h on h.id = i.app_host_id
  where i.record_type = 261 and i.is_counted = 1 and i.is_by_person = 1 and h.is_user_action = 1
  group by 1, 2, 3
),
missing as (select * from summed except select * from hourly_activity),
surplus as (
  select * from hourly_activity where day_number >= (select coalesce(max(first_kept_day), 0) from privacy_actions)
  except select * from summed
)
select
  'hourly_activity day ' || day_number || ' user ' || user_id as object,
  'facts have hour ' || hour || ', count ' || interaction_count as detail
from missing
union all
select
  'hourly_activity day ' || day_number || ' user ' || user_id,
  'facts lack hour ' || hour || ', count ' || interaction_count
from surplus
