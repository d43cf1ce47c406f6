create view messages_detail as
-- One row per message of an interaction, never its text. Key: (record_id, ordinal).
select
  case
    when typeof(i.record_id) = 'blob'
    then substr(lower(hex(i.record_id)), 1, 8) || '-' || substr(lower(hex(i.record_id)), 9, 4) || '-'
      || substr(lower(hex(i.record_id)), 13, 4) || '-' || substr(lower(hex(i.record_id)), 17, 4) || '-'
      || substr(lower(hex(i.record_id)), 21)
    else cast(i.record_id as text)
  end as record_id, -- record of the interaction
  strftime('%Y-%m-%dT%H:%M:%SZ', i.occurred_at, 'unixepoch') as occurred_at, -- creation time of the interaction [ISO 8601 UTC]
  d.day as day, -- UTC day [YYYY-MM-DD]
  u.user_principal_name as user_principal_name, -- who acted, newest name
  p.name as app, -- product
  i.is_counted as is_counted, -- 0: another record tells the same turn
  m.ordinal as ordinal, -- place in the record, from 0
  case
    when typeof(m.message_id) = 'blob'
    then substr(lower(hex(m.message_id)), 1, 8) || '-' || substr(lower(hex(m.message_id)), 9, 4) || '-'
      || substr(lower(hex(m.message_id)), 13, 4) || '-' || substr(lower(hex(m.message_id)), 17, 4) || '-'
      || substr(lower(hex(m.message_id)), 21)
    else cast(m.message_id as text)
  end as message_id, -- message id as received; NULL when missing
  m.is_prompt as is_prompt, -- 1 prompt, 0 response, NULL unknown
  m.is_jailbreak_detected as is_jailbreak_detected, -- NULL = not told
  m.size as size, -- Size as received
  m.extra as extra -- further fields, as JSON
from messages m
join interactions i on i.id = m.interaction_id
join days d on d.day_number = i.day_number
join users u on u.id = i.user_id
join apps p on p.id = i.app_id
