-- rule: The counts of an interaction are those of its messages and accessed resources.
-- remedy: Load the files of these interactions again.
with counted as (
  select
    interaction_id, count(*) as message_count, count(case when is_prompt = 1 then 1 end) as prompt_count,
    count(case when is_prompt = 0 then 1 end) as response_count
  from messages
  group by interaction_id
),
reached as (
  select interaction_id, count(*) as resource_count from accessed_resources group by interaction_id
)
select
  'interaction ' || i.id as object,
  'messages ' || i.message_count || '/' || coalesce(m.message_count, 0)
    || ', prompts ' || i.prompt_count || '/' || coalesce(m.prompt_count, 0)
    || ', responses ' || i.response_count || '/' || coalesce(m.response_count, 0)
    || ', resources ' || i.resource_count || '/' || coalesce(r.resource_count, 0) as detail
from interactions i
left join counted m on m.interaction_id = i.id
left join reached r on r.interaction_id = i.id
where i.message_count <> coalesce(m.message_count, 0)
  or i.prompt_count <> coalesce(m.prompt_count, 0)
  or i.response_count <> coalesce(m.response_count, 0)
  or i.resource_count <> coalesce(r.resource_count, 0)
