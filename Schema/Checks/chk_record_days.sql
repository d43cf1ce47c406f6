-- rule: A record has one creation time, so an interaction's record id occurs on one day.
-- remedy: Two files tell different creation times of one record. Find them through imports, and load the right one into a new warehouse.
select
  'record ' || case when typeof(i.record_id) = 'blob' then lower(hex(i.record_id)) else i.record_id end as object,
  'is on ' || count(*) || ' days, from day ' || min(i.day_number) || ' to ' || max(i.day_number) as detail
from interactions i
group by i.record_id
having count(*) > 1
