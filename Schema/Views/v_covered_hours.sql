create view covered_hours as
-- Adoption by person and hour on days whose audit data are known; reached by person it needs no sorting. Key: (user_id, day_number, hour).
select
  h.user_id as user_id, -- who acted, as resolved
  h.day_number as day_number, -- UTC day [day number]
  h.hour as hour, -- hour of the day, UTC
  h.interaction_count as interaction_count, -- counted turns [interactions]
  h.prompt_count as prompt_count -- [messages]
from hourly_activity h
where h.day_number not in (select d.day_number from audit_calendar d where d.is_covered = 0)
