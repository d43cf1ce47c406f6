create view contexts_detail as
-- One row per thing that an interaction was about. Key: (record_id, ordinal).
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
  c.ordinal as ordinal, -- place in the record, from 0
  g.target_id as target_id, -- file address, chat or meeting id
  g.type as type, -- docx, TeamsMeeting, TeamsChat, ...
  g.container_id as container_id, -- ContainerId
  c.extra as extra -- further fields, as JSON
from contexts c
join interactions i on i.id = c.interaction_id
join days d on d.day_number = i.day_number
join users u on u.id = i.user_id
join apps p on p.id = i.app_id
left join context_targets g on g.id = c.context_target_id
