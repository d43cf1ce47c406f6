create view loaded_lists as
-- Every list and report that was loaded, by the source that it feeds. Key: (source, list_key, first_day_number).
select
  'license_lists' as source, -- source as the question coverage names it
  coalesce(d.import_id, s.import_id) as list_key, -- the load, or the report, that brought it
  s.day_number as first_day_number, -- the day it speaks of, or the first one [day number]
  s.day_number as last_day_number -- the last day it speaks of [day number]
from snapshots s
join licenses l on l.id = s.license_id
left join snapshots d on d.id = s.directory_snapshot_id
where s.kind = 'licenses' and l.is_copilot = 1
group by coalesce(d.import_id, s.import_id), s.day_number
union all
select 'purchased_seats', s.id, s.day_number, s.day_number from snapshots s where s.kind = 'seats'
union all
select 'directory', s.id, s.day_number, s.day_number from snapshots s where s.kind = 'directory'
union all
select 'managers', s.id, s.day_number, s.day_number
from snapshots s
where s.kind = 'directory' and s.has_manager = 1
union all
select 'agent_inventory', s.id, s.day_number, s.day_number from snapshots s where s.kind = 'agents'
union all
select 'report_user_details', r.id, r.refresh_day, r.refresh_day
from usage_reports r
where r.kind = 'user_detail'
union all
select
  'report_user_counts', r.id,
  coalesce(min(c.report_day), r.refresh_day), coalesce(max(c.report_day), r.refresh_day)
from usage_reports r
left join report_user_counts c on c.usage_report_id = r.id
where r.kind in ('summary', 'trend')
group by r.id, r.refresh_day
