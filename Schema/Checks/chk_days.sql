-- rule: The day of a record is the UTC day of its time.
-- remedy: Load the files of these records again.
select 'interaction ' || id as object, 'day ' || day_number || ', time ' || occurred_at as detail
from interactions
where day_number * 86400 > occurred_at or day_number * 86400 + 86399 < occurred_at
union all
select 'admin_event ' || id, 'day ' || day_number || ', time ' || occurred_at
from admin_events
where day_number * 86400 > occurred_at or day_number * 86400 + 86399 < occurred_at
