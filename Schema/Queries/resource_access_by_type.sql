-- question: What kinds of resources does Copilot reach, and what does it do there?
-- theme: Resources and risk
-- grain: one row per resource type and action
-- order: access_count desc, resource_type, action
-- needs: audit_interactions
-- source: accessed resources of all users and programs on covered days, each once per turn
-- parameter: from_day day = first covered day | first day, included
-- parameter: to_day day = day after the last covered day | day after the last one
-- column: resource_type text | docx, webpage, emailmessage, ... in lower case; (none) without
-- column: action text | read, modify, ... in lower case; (none) without
-- column: access_count int [accesses] | resources that records list, each time
-- column: interaction_count int [interactions] | turns with such an access
-- column: user_count int [people] | people, without programs
-- column: resource_count int [resources] | distinct resources that have a key
-- column: labelled_access_count int [accesses] | of a resource with a sensitivity label
-- column: failed_access_count int [accesses] | status: failure
with period as (
  select min(day_number) as first_number, max(day_number) as last_number
  from days
  where day >= :from_day and day < :to_day
),
bounds as (
  select p.first_number, p.last_number, min(i.id) as first_id, max(i.id) as last_id
  from period p
  join interactions i on i.day_number >= p.first_number and i.day_number <= p.last_number
  group by p.first_number, p.last_number
),
accesses as (
  select
    s.turn_id, s.user_id, s.is_by_person, s.resource_id, s.access_kind_id
  from bounds b
  cross join covered_accesses s
  where s.interaction_id >= b.first_id and s.interaction_id <= b.last_id
    and s.day_number >= b.first_number and s.day_number <= b.last_number
),
things as (
  select
    id, resource_key, coalesce(nullif(lower(type), ''), '(none)') as resource_type,
    dense_rank() over (order by coalesce(nullif(lower(type), ''), '(none)')) as type_number
  from (select id, resource_key, type from resources union all select 0, null, null) r
),
kinds as (
  select
    k.id, coalesce(nullif(lower(k.action), ''), '(none)') as action,
    dense_rank() over (order by coalesce(nullif(lower(k.action), ''), '(none)')) as action_number,
    case when l.label_id > 0 then 1 else 0 end as labelled,
    case when lower(k.status) = 'failure' then 1 else 0 end as failed
  from access_kinds k
  left join access_labels l on l.access_kind_id = k.id
),
by_user as (
  select
    a.user_id, t.type_number, k.action_number, max(a.is_by_person) as is_person,
    count(*) as accesses, count(distinct a.turn_id) as turns, sum(k.labelled) as labelled,
    sum(k.failed) as failed
  from accesses a
  cross join things t
  cross join kinds k
  where t.id = coalesce(a.resource_id, 0) and k.id = a.access_kind_id
  group by a.user_id, t.type_number, k.action_number
),
totals as (
  select
    type_number, action_number, sum(accesses) as accesses, sum(turns) as turns,
    sum(is_person) as people, sum(labelled) as labelled, sum(failed) as failed
  from by_user
  group by type_number, action_number
),
reached as (
  select t.type_number, k.action_number, count(distinct t.resource_key) as resources
  from (select distinct resource_id, access_kind_id from accesses) a
  join things t on t.id = a.resource_id
  join kinds k on k.id = a.access_kind_id
  group by t.type_number, k.action_number
)
select
  t.resource_type,
  k.action,
  x.accesses as access_count,
  x.turns as interaction_count,
  x.people as user_count,
  coalesce(r.resources, 0) as resource_count,
  x.labelled as labelled_access_count,
  x.failed as failed_access_count
from totals x
join (select distinct type_number, resource_type from things) t on t.type_number = x.type_number
join (select distinct action_number, action from kinds) k on k.action_number = x.action_number
left join reached r on r.type_number = x.type_number and r.action_number = x.action_number
order by access_count desc, t.resource_type, k.action
