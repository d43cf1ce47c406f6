create view security_accesses as
-- Resources that interactions reached, for questions of security: record type 261, all users, uncounted records too; what an uncounted record repeats of the one that counts is left out. Key: (interaction_id, ordinal).
select
  a.interaction_id as interaction_id, -- interactions.id
  a.ordinal as ordinal, -- place in the record, from 0
  i.occurred_at as occurred_at, -- creation time of the interaction [unix seconds UTC]
  i.day_number as day_number, -- UTC day [day number]
  i.user_id as user_id, -- who acted, as resolved
  i.is_by_person as is_by_person, -- 1: by a human being
  coalesce(i.turn_id, i.id) as turn_id, -- the interaction that counts for the turn
  i.app_id as app_id, -- product
  i.agent_id as agent_id, -- agents.id; NULL without an agent
  a.resource_id as resource_id, -- resources.id; NULL when the element names nothing
  a.access_kind_id as access_kind_id -- access_kinds.id: action, status, label, flags
from accessed_resources a
cross join interactions i on i.id = a.interaction_id
where i.record_type = 261
  and (i.is_counted = 1 or not exists (
    select 1
    from resources r
    join resources s on s.resource_key = r.resource_key
    join accessed_resources b on b.interaction_id = i.turn_id and b.resource_id = s.id
    join access_kinds k on k.id = a.access_kind_id
    join access_kinds l on l.id = b.access_kind_id
    where r.id = a.resource_id and lower(coalesce(l.action, '')) = lower(coalesce(k.action, ''))
  ))
