-- question: Who reaches labelled content through Copilot, and in which apps?
-- theme: Resources and risk
-- grain: one row per label_scope, sensitivity_label_id, department and app
-- order: label_scope desc, interaction_count desc, sensitivity_label_id, department, app
-- needs: audit_interactions; optional directory
-- source: labels in records of all users and programs on covered days
-- parameter: from_day day = first covered day | first day, included
-- parameter: to_day day = day after the last covered day | day after the last one
-- parameter: label_id text? | only this label; NULL: all
-- column: label_scope text | resource, or interaction: the turn
-- column: sensitivity_label_id text | label id, lower case
-- column: label_name text? | NULL: unknown
-- column: department text? | last day; (none), (not in directory); NULL: no directory
-- column: app text | product
-- column: access_count int [accesses] | scope interaction: interactions
-- column: interaction_count int [interactions] | turns
-- column: user_count int [people] | people, without programs
-- column: resource_count int? [resources] | distinct; scope interaction: NULL
-- column: last_access_day day | in the window
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
labels as (
  select id, label_guid, name
  from sensitivity_labels
  where label_guid <> '' and label_guid <> '00000000-0000-0000-0000-000000000000'
    and (:label_id is null or label_guid = lower(trim(:label_id)))
),
kinds as (
  select id from access_kinds where sensitivity_label_id in (select id from labels)
),
accesses as (
  select
    s.day_number, s.turn_id, s.user_id, s.is_by_person, s.app_id, s.resource_id,
    s.access_kind_id
  from bounds b
  cross join covered_accesses s
  where s.interaction_id >= b.first_id and s.interaction_id <= b.last_id
    and s.day_number >= b.first_number and s.day_number <= b.last_number
),
labelled as (
  select
    'resource' as label_scope, k.sensitivity_label_id as label_id, a.app_id, a.user_id,
    a.is_by_person, a.turn_id, a.day_number, a.resource_id
  from accesses a
  cross join access_kinds k
  where a.access_kind_id in (select id from kinds) and k.id = a.access_kind_id
  union all
  select
    'interaction', i.sensitivity_label_id, i.app_id, i.user_id, i.is_by_person,
    coalesce(i.turn_id, i.id), i.day_number, null
  from bounds b
  cross join interactions i
  cross join audit_calendar c
  where i.id >= b.first_id and i.id <= b.last_id and coalesce(i.record_type, 0) = 261
    and i.sensitivity_label_id in (select id from labels) and i.day_number >= b.first_number
    and i.day_number <= b.last_number and c.day_number = i.day_number and c.is_covered = 1
),
by_user as (
  select
    label_scope, label_id, app_id, user_id, max(is_by_person) as is_person, count(*) as accesses,
    count(distinct turn_id) as turns, max(day_number) as last_day
  from labelled
  group by label_scope, label_id, app_id, user_id
),
places as (
  select
    u.user_id,
    case when f.directory_day is not null and d.user_id is null then '(not in directory)'
      else d.department end as department
  from (select user_id, max(is_person) as is_person from by_user group by user_id) u
  cross join period p
  cross join first_lists f
  left join directory_spans d on d.user_id = u.user_id and u.is_person = 1
    and d.valid_from <= p.last_number and d.valid_to > p.last_number
),
reached as (
  select a.label_id, a.app_id, u.department, count(distinct r.resource_key) as resources
  from (
    select distinct label_id, app_id, user_id, resource_id
    from labelled where label_scope = 'resource'
  ) a
  join places u on u.user_id = a.user_id
  left join resources r on r.id = a.resource_id
  group by a.label_id, a.app_id, u.department
),
totals as (
  select
    b.label_scope, b.label_id, b.app_id, u.department,
    sum(case when b.label_scope = 'resource' then b.accesses else b.turns end) as accesses,
    sum(b.turns) as turns, sum(b.is_person) as people, max(b.last_day) as last_day
  from by_user b
  join places u on u.user_id = b.user_id
  group by b.label_scope, b.label_id, b.app_id, u.department
)
select
  t.label_scope,
  l.label_guid as sensitivity_label_id,
  l.name as label_name,
  t.department,
  p.name as app,
  t.accesses as access_count,
  t.turns as interaction_count,
  t.people as user_count,
  r.resources as resource_count,
  d.day as last_access_day
from totals t
join labels l on l.id = t.label_id
join apps p on p.id = t.app_id
join days d on d.day_number = t.last_day
left join reached r on t.label_scope = 'resource' and r.label_id = t.label_id
  and r.app_id = t.app_id and coalesce(r.department, '') = coalesce(t.department, '')
order by t.label_scope desc, interaction_count desc, l.label_guid, t.department, p.name
