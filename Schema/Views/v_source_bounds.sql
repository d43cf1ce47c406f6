create view source_bounds as
-- First and last day of the loaded data by source; sources without data have no row. Key: source.
select
  a.source as source, -- source as the question coverage names it
  nullif(0, 0) as list_count, -- lists or reports loaded; NULL for audit records
  min(a.day_number) as first_number, -- first day [day number]
  max(a.day_number) as last_number -- last day [day number]
from (select distinct source, day_number from audit_activity) a
group by a.source
union all
select source, count(*), min(first_day_number), max(last_day_number)
from loaded_lists
group by source
