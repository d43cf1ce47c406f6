-- rule: Of every load, read = added + updated + duplicates + rejected + out of scope, and no more rejected rows are kept than were counted.
-- remedy: Load the file again.
with kept as (select import_id, count(*) as row_count from rejected_rows group by import_id)
select
  'import ' || i.id as object,
  'read ' || i.read_count || ', rejected ' || i.rejected_count || ', rejected rows kept '
    || coalesce(k.row_count, 0) as detail
from imports i
left join kept k on k.import_id = i.id
where i.read_count <> i.added_count + i.updated_count + i.duplicate_count + i.rejected_count
    + i.out_of_scope_count
  or coalesce(k.row_count, 0) > i.rejected_count
