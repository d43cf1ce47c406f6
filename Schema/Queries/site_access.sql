-- question: Which sites does Copilot reach, and who works there?
-- theme: Resources and risk
-- grain: one row per site
-- order: interaction_count desc, site_url; the first row_limit rows
-- needs: audit_interactions
-- source: accessed resources of all users and programs on covered days, each once per turn
-- parameter: from_day day = first covered day | first day, included
-- parameter: to_day day = day after the last covered day | day after the last one
-- parameter: row_limit int = 50 | rows at most [rows]
-- column: site_url text | scheme and host; below sites, teams or personal the next segment, too
-- column: site_kind text | onedrive, sharepoint, exchange, teams or web
-- column: access_count int [accesses] | resources of the site that records list, each time
-- column: interaction_count int [interactions] | turns that reached the site
-- column: user_count int [people] | people, without programs
-- column: resource_count int [resources] | distinct resources
-- column: labelled_access_count int [accesses] | of a resource with a sensitivity label
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
accesses as (
  select
    s.day_number, s.turn_id, s.user_id, s.is_by_person, s.resource_id, s.access_kind_id
  from bounds b
  cross join covered_accesses s
  where s.interaction_id >= b.first_id and s.interaction_id <= b.last_id
    and s.day_number >= b.first_number and s.day_number <= b.last_number
),
things as (
  select
    id, resource_key, site_key, site_kind, dense_rank() over (order by site_key) as site_number
  from resources
  where site_key is not null
),
kinds as (
  select k.id, count(l.label_id) as labelled
  from access_kinds k
  left join access_labels l on l.access_kind_id = k.id
  group by k.id
),
by_user as (
  select
    a.user_id, t.site_number, max(a.is_by_person) as is_person, count(*) as accesses,
    count(distinct a.turn_id) as turns, sum(k.labelled) as labelled, max(a.day_number) as last_day
  from accesses a
  cross join things t
  cross join kinds k
  where t.id = a.resource_id and k.id = a.access_kind_id
  group by a.user_id, t.site_number
),
ranked as (
  select
    n.*, t.site_key, t.site_kind, row_number() over (order by n.turns desc, t.site_key) as place
  from (
    select
      site_number, sum(accesses) as accesses, sum(turns) as turns, sum(is_person) as people,
      sum(labelled) as labelled, max(last_day) as last_day
    from by_user
    group by site_number
  ) n
  join (select distinct site_number, site_key, site_kind from things) t
    on t.site_number = n.site_number
),
reached as (
  select t.site_number, count(distinct t.resource_key) as resources
  from (select distinct resource_id from accesses) a
  join things t on t.id = a.resource_id
  group by t.site_number
)
select
  r.site_key as site_url,
  r.site_kind,
  r.accesses as access_count,
  r.turns as interaction_count,
  r.people as user_count,
  x.resources as resource_count,
  r.labelled as labelled_access_count,
  d.day as last_access_day
from ranked r
join reached x on x.site_number = r.site_number
join days d on d.day_number = r.last_day
where r.place <= :row_limit
order by interaction_count desc, r.site_key
