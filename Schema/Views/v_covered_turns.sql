create view covered_turns as
-- The interactions that count as adoption, on days whose audit data are known, one by one. Key: interaction_id.
select
  i.id as interaction_id, -- interactions.id
  i.day_number as day_number, -- UTC day [day number]
  i.user_id as user_id, -- who acted, as resolved
  i.agent_id as agent_id, -- agents.id; NULL without an agent
  coalesce(i.thread_id, -i.id) as thread_key -- threads.id; minus the interaction's id without thread
from interactions i
cross join app_hosts h on h.id = i.app_host_id
where coalesce(i.record_type, 0) = 261 and i.is_counted > 0 and i.is_by_person > 0 and h.is_user_action = 1
  and i.day_number >= (select min(c.day_number) from covered_days c where c.source = 'audit_interactions')
  and i.day_number <= (select max(c.day_number) from covered_days c where c.source = 'audit_interactions')
  and ( -- only gaps between known days need a look at each row
    (
      select max(c.day_number) - min(c.day_number) + 1 - count(*)
      from covered_days c
      where c.source = 'audit_interactions'
    ) = 0
    or exists (
      select 1 from covered_days c
      where c.source = 'audit_interactions' and c.day_number = i.day_number
    )
  )
