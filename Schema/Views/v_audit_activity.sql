create view audit_activity as
-- All audit records by source, day and user, uncounted ones and those of programs included. No key: several rows may share source, day and user.
select
  case when s.is_copilot_interaction = 1 then 'audit_interactions' else 'audit_other_record_types' end as source, -- kind of records
  a.day_number as day_number, -- UTC day [day number]
  a.user_id as user_id, -- who acted, as resolved
  s.is_by_person as is_by_person, -- 1: by a human being
  s.is_counted as is_counted, -- 0: another record tells the same turn
  a.interaction_count as record_count -- [records]
from daily_activity a
join activity_sets s on s.id = a.activity_set_id
union all
select
  case when e.is_authoring = 1 then 'agent_authoring' else 'audit_other_record_types' end, e.day_number, e.user_id,
  c.is_by_person, 1, 1
from admin_events e
join accounts c on c.id = e.account_id
