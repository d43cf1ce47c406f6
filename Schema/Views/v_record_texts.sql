create view record_texts as
-- Id and time of each record of an interaction as text. Key: interaction_id; record_id.
select
  i.id as interaction_id, -- interactions.id
  case
    when typeof(i.record_id) = 'blob'
    then substr(lower(hex(i.record_id)), 1, 8) || '-' || substr(lower(hex(i.record_id)), 9, 4) || '-'
      || substr(lower(hex(i.record_id)), 13, 4) || '-' || substr(lower(hex(i.record_id)), 17, 4) || '-'
      || substr(lower(hex(i.record_id)), 21)
    else cast(i.record_id as text)
  end as record_id, -- audit record id, lower case
  strftime('%Y-%m-%dT%H:%M:%SZ', i.occurred_at, 'unixepoch') as occurred_at -- creation time [ISO 8601 UTC]
from interactions i
