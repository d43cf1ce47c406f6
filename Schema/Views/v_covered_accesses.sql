create view covered_accesses as
-- The accesses of security_accesses on days whose audit data are known. Key: (interaction_id, ordinal).
select
  s.interaction_id as interaction_id, -- interactions.id
  s.ordinal as ordinal, -- place in the record, from 0
  s.occurred_at as occurred_at, -- creation time of the interaction [unix seconds UTC]
  s.day_number as day_number, -- UTC day [day number]
  s.user_id as user_id, -- who acted, as resolved
  s.is_by_person as is_by_person, -- 1: by a human being
  s.turn_id as turn_id, -- the interaction that counts for the turn
  s.app_id as app_id, -- product
  s.resource_id as resource_id, -- resources.id; NULL when the element names nothing
  s.access_kind_id as access_kind_id -- access_kinds.id: action, status, label, flags
from security_accesses s
where s.day_number >= (select min(c.day_number) from covered_days c where c.source = 'audit_interactions')
  and s.day_number <= (select max(c.day_number) from covered_days c where c.source = 'audit_interactions')
  and ( -- only gaps between known days need a look at each row
    (
      select max(c.day_number) - min(c.day_number) + 1 - count(*)
      from covered_days c
      where c.source = 'audit_interactions'
    ) = 0
    or exists (
      select 1 from covered_days c
      where c.source = 'audit_interactions' and c.day_number = s.day_number
    )
  )
