-- question: Who changed what on which agent, and when?
-- theme: Agents
-- grain: one row per change detail; an event without details has one row
-- order: changed_at, record_id, detail_number
-- needs: agent_authoring; optional audit_interactions, agent_inventory
-- source: Copilot Studio authoring events, days that no coverage vouches for included
-- parameter: from_day day = first covered day | first day, included
-- parameter: to_day day = day after the last covered day | day after the last one
-- parameter: agent_key text? | only this agent, by key or schema name; NULL: all
-- parameter: user_principal_name text? | only by this person; NULL: all
-- parameter: include_noise flag = 1 | 0: without BotIconUpdate
-- column: changed_at instant | when, UTC
-- column: record_id text | audit record id, lower case
-- column: detail_number int | place among the details of the event, from 1; 0: it tells none
-- column: user_principal_name text? | who; NULL: not by a person
-- column: operation text | operation without the prefix BotUpdateOperation-
-- column: raw_operation text | operation as received
-- column: area text | agent, component, component_collection, ai_plugin, environment_variable, other
-- column: result_status text? | as received
-- column: agent_key text? | the agent; its schema name in lower case where no id is known
-- column: agent_schema_name text? | schema name of the agent as received
-- column: agent_name text? | newest in turns, else in the inventory, else schema name
-- column: object_id text? | component, plug-in or variable: its id
-- column: object_name text? | component, plug-in or variable: its name
-- column: component_type text? | as received
-- column: property_name text? | what was changed
-- column: old_value text? | before
-- column: new_value text? | after
-- column: environment_id text? | Power Platform environment
with period as (select max(day_number) as last_number from days where day < :to_day),
labels as (
  select
    agent_key, coalesce(max(turn_kind), max(title_kind)) as agent_kind,
    coalesce(max(turn_name), max(list_name), max(schema_name)) as agent_name
  from period p
  join agent_label_spans n on n.valid_from <= p.last_number and n.valid_to > p.last_number
  group by agent_key
)
select
  e.changed_at,
  e.record_id,
  e.detail_number,
  e.user_principal_name,
  e.operation,
  e.raw_operation,
  e.area,
  e.result_status,
  e.agent_key,
  e.agent_schema_name,
  n.agent_name,
  e.object_id,
  e.object_name,
  e.component_type,
  e.property_name,
  e.old_value,
  e.new_value,
  e.environment_id
from authoring_events e
left join labels n on n.agent_key = e.agent_key
where e.day >= :from_day and e.day < :to_day
  and (:agent_key is null or e.agent_key = lower(trim(:agent_key))
    or lower(e.agent_schema_name) = lower(trim(:agent_key)))
  and (:user_principal_name is null or e.user_principal_name = lower(trim(:user_principal_name)))
  and (:include_noise = 1 or lower(e.operation) <> 'boticonupdate')
order by e.changed_at, e.record_id, e.detail_number
