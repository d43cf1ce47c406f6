create view agent_inventory_spans as
-- What the inventories say of agents when, without open ends. Key: (title_id in lower case, valid_from). A day belongs to a span when valid_from <= day < valid_to; a partial inventory ends no span of those it does not name.
with lists as (
  select
    id, day_number,
    max(1 - is_partial) over (order by day_number range between unbounded preceding and 1 preceding) as is_after,
    max(1 - is_partial) over (
      partition by day_number order by id rows between 1 following and unbounded following
    ) as is_replaced,
    min(case when is_partial = 0 then day_number end) over (
      order by day_number range between 1 following and unbounded following
    ) as next_day
  from snapshots
  where kind = 'agents'
),
entries as (
  select
    r.*, l.day_number, l.is_after, l.next_day, l.is_replaced,
    lead(l.day_number) over (partition by lower(r.title_id) order by l.day_number, l.id) as next_entry_day
  from lists l
  join agent_inventory_rows r on r.snapshot_id = l.id
)
select
  e.title_id as title_id, -- Title ID as received
  e.agent_id as agent_id, -- the agent that records know; NULL when none
  e.name as name, -- Name
  e.created_day as created_day, -- Date created [day number]
  e.updated_day as updated_day, -- Last updated [day number]
  e.created_by as created_by, -- Created by
  e.created_in as created_in, -- Created in
  case
    when e.is_after = 1 or row_number() over (partition by lower(e.title_id) order by e.day_number) > 1
    then e.day_number else 0
  end as valid_from, -- first day; 0 = before anything that is known [day number]
  coalesce(
    case when e.next_entry_day < coalesce(e.next_day, 1000000) then e.next_entry_day else e.next_day end, 1000000
  ) as valid_to -- first day no longer so; 1000000 = still so [day number]
from entries e
where e.is_replaced is not 1 and e.next_entry_day is not e.day_number
