create view agent_label_spans as
-- What agents were called when, and of what kind they were. No key: inventories may list an agent twice. A row holds on a day when valid_from <= day < valid_to, and tells one of five things.
select
  n.agent_key as agent_key, -- the agent; the schema name in lower case where no id is known
  case n.place when 1 then n.label end as turn_name, -- newest name in turns
  case n.place when 2 then n.label end as list_name, -- name in the inventory
  case n.place when 3 then n.label end as schema_name, -- newest schema name in turns or authoring events
  case n.place when 4 then n.label end as turn_kind, -- newest kind that turns tell
  case n.place when 5 then n.label end as title_kind, -- kind that the Title ID tells
  n.valid_from as valid_from, -- first day; 0 = before anything that is known [day number]
  n.valid_to as valid_to -- first day no longer so; 1000000 = still so [day number]
from (
  select
    d.agent_key, d.place, d.label, d.day_number as valid_from,
    coalesce(lead(d.day_number) over (partition by d.agent_key, d.place order by d.day_number), 1000000) as valid_to
  from (
    select
      s.agent_key, s.place, s.label, s.day_number,
      row_number() over (
        partition by s.agent_key, s.place, s.day_number order by s.last_at desc, s.label desc
      ) as newest
    from (
      select
        a.agent_key, p.place, a.day_number, a.last_at,
        case p.place when 1 then a.agent_name when 3 then a.schema_name else nullif(a.agent_kind, 'other') end as label
      from agent_sightings a
      cross join (select 1 as place union all select 3 union all select 4) p
      union all
      select coalesce(g.agent_key, lower(e.agent_schema_name)), 3, e.day_number, e.occurred_at, e.agent_schema_name
      from admin_events e
      left join agents g on g.id = e.agent_id
      where e.is_authoring = 1 and e.agent_schema_name <> ''
    ) s
    where s.label is not null
  ) d
  where d.newest = 1
  union all
  select l.agent_key, p.place, case p.place when 2 then l.agent_name else l.agent_kind end, l.valid_from, l.valid_to
  from listed_agents l
  cross join (select 2 as place union all select 5) p
) n
