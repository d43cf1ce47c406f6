-- question: Which files, mails and pages does Copilot reach most?
-- theme: Resources and risk
-- grain: one row per resource
-- order: interaction_count desc, user_count desc, resource_key
-- needs: audit_interactions; optional directory
-- source: accessed resources of all users and programs on covered days, each once per turn
-- parameter: from_day day = first covered day | first day, included
-- parameter: to_day day = day after the last covered day | day after the last one
-- parameter: row_limit int = 50 | rows at most [rows]
-- column: resource_rank int | place, from 1
-- column: resource_key text | item id, address, id or name
-- column: resource_name text? | newest, as the next 3
-- column: resource_url text? | address
-- column: resource_type text? | docx, WebPage, EmailMessage, ...
-- column: sensitivity_label_id text? | NULL without a label
-- column: access_count int | times that records list it
-- column: interaction_count int | turns that reached it
-- column: user_count int | no programs
-- column: department_count int? | NULL: no directory
-- column: first_access_day day | oldest
-- column: last_access_day day | newest
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
    s.occurred_at, s.day_number, s.turn_id, s.user_id, s.is_by_person, s.resource_id
  from bounds b
  cross join covered_accesses s
  where s.interaction_id >= b.first_id and s.interaction_id <= b.last_id
    and s.day_number >= b.first_number and s.day_number <= b.last_number
),
keys as (
  select r.resource_key, sum(a.turns) as at_most, max(a.turns) as at_least
  from (
    select resource_id, count(distinct turn_id) as turns from accesses group by resource_id
  ) a
  join resources r on r.id = a.resource_id
  where r.resource_key is not null
  group by r.resource_key
),
likely as (
  select r.id, r.resource_key, min(r.id) over (partition by r.resource_key) as key_id
  from (
    select min(at_least) as enough
    from (select at_least, row_number() over (order by at_least desc) as nth from keys) n
    where nth <= :row_limit
  ) n
  join keys k on k.at_most >= n.enough
  join resources r on r.resource_key = k.resource_key
),
by_user as (
  select
    l.key_id, a.user_id, max(a.is_by_person) as is_person, count(*) as accesses,
    count(distinct a.turn_id) as turns, min(a.day_number) as first_day,
    max(a.day_number) as last_day, max(a.occurred_at) as last_at
  from accesses a
  cross join likely l
  where a.resource_id in (select id from likely) and l.id = a.resource_id
  group by l.key_id, a.user_id
),
ranked as (
  select
    u.key_id, l.resource_key, u.turns, u.people, u.accesses, u.first_day, u.last_day, u.last_at,
    row_number() over (order by u.turns desc, u.people desc, l.resource_key) as place
  from (
    select
      key_id, sum(turns) as turns, sum(is_person) as people, sum(accesses) as accesses,
      min(first_day) as first_day, max(last_day) as last_day, max(last_at) as last_at
    from by_user
    group by key_id
  ) u
  join likely l on l.id = u.key_id
),
places as (
  select
    r.key_id, count(distinct case
      when d.user_id is null then '(not in directory)' else d.department end) as departments
  from period p
  cross join ranked r
  join by_user u on u.key_id = r.key_id and u.is_person = 1
  left join directory_spans d
    on d.user_id = u.user_id and d.valid_from <= p.last_number and d.valid_to > p.last_number
  where r.place <= :row_limit
  group by r.key_id
),
newest as (
  select
    r.key_id, s.resource_id, s.access_kind_id,
    row_number() over (partition by r.key_id order by i.record_id desc, s.ordinal desc) as place
  from ranked r
  join by_user u on u.key_id = r.key_id and u.last_at = r.last_at
  join likely l on l.key_id = r.key_id
  join interactions i
    on i.day_number = r.last_day and i.user_id = u.user_id and i.occurred_at = r.last_at
  join security_accesses s on s.interaction_id = i.id and s.resource_id = l.id
  where r.place <= :row_limit
)
select
  r.place as resource_rank,
  r.resource_key,
  nullif(t.name, '') as resource_name,
  nullif(t.site_url, '') as resource_url,
  nullif(t.type, '') as resource_type,
  s.label_guid as sensitivity_label_id,
  r.accesses as access_count,
  r.turns as interaction_count,
  r.people as user_count,
  case when f.directory_day is not null then coalesce(d.departments, 0) end as department_count,
  y.day as first_access_day,
  z.day as last_access_day
from ranked r
cross join first_lists f
join newest n on n.key_id = r.key_id and n.place = 1
join resources t on t.id = n.resource_id
left join access_labels s on s.access_kind_id = n.access_kind_id
left join places d on d.key_id = r.key_id
join days y on y.day_number = r.first_day
join days z on z.day_number = r.last_day
order by resource_rank
