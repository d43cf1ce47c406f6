-- rule: Seats are counted from 0; agents of inventories are those that records know by their Title IDs.
-- remedy: Load the files of these lists again.
select 'list ' || snapshot_id as object, 'licence ' || license_id || ' has less than no seats' as detail
from purchased_seats
where enabled_count < 0 or consumed_count < 0 or suspended_count < 0 or warning_count < 0
union all
select 'list ' || r.snapshot_id, 'Title ID ' || r.title_id || ' belongs to another agent'
from agent_inventory_rows r
left join agents g on g.id = r.agent_id
left join (
  select lower(t.title_id) as title, min(a.agent_key) as agent_key
  from agent_titles t join agents a on a.id = t.agent_id
  group by lower(t.title_id)
) k on k.title = lower(r.title_id)
where g.agent_key is not k.agent_key
