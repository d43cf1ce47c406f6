-- question: Which interactions stand behind the counts, newest first?
-- theme: Organisation
-- grain: one row per counted turn, on days whose audit data are not known, too
-- order: occurred_at descending, record_id
-- needs: audit_interactions
-- source: audit records as loaded; never the text of a message
-- parameter: from_day day = first covered day | first day, included
-- parameter: to_day day = day after the last covered day | day after the last one
-- parameter: user_principal_name text? | one person only; NULL: all
-- parameter: row_limit int = 1000 | rows at most
-- column: occurred_at instant | creation time of the record
-- column: record_id text | audit record id, lower case
-- column: user_principal_name text | newest name
-- column: app text | product, e.g. Word, Teams, Copilot Chat; (none) without an app host
-- column: app_host text | app host; (none) when missing
-- column: thread_id text? | conversation; NULL when missing
-- column: agent_key text? | the agent; NULL without one
-- column: agent_name text? | newest name up to the last day, else of the inventory, else schema name
-- column: prompt_count int [messages] | prompts
-- column: response_count int [messages] | responses
-- column: resource_count int [accesses] | accessed resources
with period as (
  select
    min(day_number) as first_number, max(day_number) as last_number
  from days
  where day >= :from_day and day < :to_day
),
wanted as (
  select id as user_id from users where user_principal_name = lower(trim(:user_principal_name))
),
day_totals as (
  select a.day_number, sum(a.interaction_count) as turns
  from adoption_activity a
  where a.day_number >= (select first_number from period)
    and a.day_number <= (select last_number from period)
    and (:user_principal_name is null or a.user_id = (select user_id from wanted))
  group by a.day_number
),
later_days as (
  select day_number, sum(turns) over (order by day_number desc) - turns as later_turns
  from day_totals
),
person_days as (
  select distinct a.day_number, a.user_id
  from later_days n
  join adoption_activity a on a.day_number = n.day_number
  where n.later_turns < :row_limit
    and (:user_principal_name is null or a.user_id = (select user_id from wanted))
),
newest as (
  select i.id, rank() over (order by i.occurred_at desc) as place
  from person_days p
  cross join interactions i
  join app_hosts h on h.id = i.app_host_id
  where i.day_number = p.day_number and i.user_id = p.user_id
    and i.record_type = 261 and i.is_counted = 1 and i.is_by_person = 1 and h.is_user_action = 1
),
listed as (
  select
    d.*,
    row_number() over (order by d.occurred_at desc, d.record_id) as place
  from newest n
  join interactions_detail d on d.interaction_id = n.id
  where n.place <= :row_limit
),
labels as (
  select agent_key, coalesce(max(turn_name), max(list_name), max(schema_name)) as agent_name
  from period p
  join agent_label_spans n on n.valid_from <= p.last_number and n.valid_to > p.last_number
  group by agent_key
)
select
  l.occurred_at,
  l.record_id,
  l.user_principal_name,
  l.app,
  l.app_host,
  l.thread_id,
  l.agent_key,
  n.agent_name,
  l.prompt_count,
  l.response_count,
  l.resource_count
from listed l
left join labels n on n.agent_key = l.agent_key
where l.place <= :row_limit
order by l.place
