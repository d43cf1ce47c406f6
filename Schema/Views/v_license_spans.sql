create view license_spans as
-- Who held a Copilot licence when, without open ends. Key: (user_id, license_id, valid_from). A day belongs to a span when valid_from <= day < valid_to.
select
  a.user_id as user_id, -- the holder
  a.license_id as license_id, -- the licence
  coalesce(a.valid_from, 0) as valid_from, -- first day; 0 = before anything that is known [day number]
  coalesce(a.valid_to, 1000000) as valid_to, -- first day no longer held; 1000000 = still held [day number]
  a.is_start_assumed as is_start_assumed, -- 1: the oldest list shows it already, so the true start is unknown
  a.known_since as known_since -- first day on which a list shows it, or the assigned day where a list tells one [day number]
from license_assignments a
join licenses l on l.id = a.license_id
where l.is_copilot = 1
