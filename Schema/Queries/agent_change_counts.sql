-- question: What kinds of changes to agents were made in Copilot Studio?
-- theme: Agents
-- grain: one row per operation
-- order: event_count desc, operation
-- needs: agent_authoring
-- source: Copilot Studio authoring events on covered days
-- parameter: from_day day = first covered day | first day, included
-- parameter: to_day day = day after the last covered day | day after the last one
-- column: operation text | operation without the prefix BotUpdateOperation-
-- column: area text | agent, component, component_collection, ai_plugin, environment_variable, other
-- column: event_count int [records] | events
-- column: agent_count int [agents] | agents changed
-- column: user_count int [people] | people, without programs
-- column: first_changed_at instant | oldest in the window, UTC
-- column: last_changed_at instant | newest in the window, UTC
with events as (
  select
    e.operation, e.area, e.record_id, max(e.agent_key) as agent_key,
    max(e.user_principal_name) as user_name, max(e.changed_at) as changed_at
  from authoring_events e
  join days d on d.day = e.day
  join covered_days c on c.source = 'agent_authoring' and c.day_number = d.day_number
  where d.day >= :from_day and d.day < :to_day
  group by e.operation, e.area, e.record_id
)
select
  operation,
  area,
  count(*) as event_count,
  count(distinct agent_key) as agent_count,
  count(distinct user_name) as user_count,
  min(changed_at) as first_changed_at,
  max(changed_at) as last_changed_at
from events
group by operation, area
order by event_count desc, operation
