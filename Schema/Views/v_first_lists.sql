create view first_lists as
-- The day of the oldest list of each kind, NULL while none is loaded. One row.
select
  min(case when s.kind = 'licenses' and l.is_copilot = 1 then s.day_number end) as license_day, -- oldest list of Copilot licence holders [day number]
  min(case when s.kind = 'directory' then s.day_number end) as directory_day, -- oldest directory list [day number]
  min(case when s.kind = 'directory' and s.has_account_enabled = 1 then s.day_number end) as account_state_day -- oldest directory list that tells which accounts are disabled [day number]
from snapshots s
left join licenses l on l.id = s.license_id
