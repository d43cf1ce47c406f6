create view list_members as
-- What each list or report says, with the days on which it holds. No key: holders of two licences appear twice. A row holds on a day when valid_from <= day < valid_to.
select
  'license_lists' as source, -- source as the question coverage names it
  l.user_id as user_id, -- the person; NULL for counts, agents, seats and concealed names
  nullif('', '') as concealed_name, -- token in place of a name; NULL for others
  l.valid_from as valid_from, -- first day; 0 = before anything that is known [day number]
  l.valid_to as valid_to -- first day no longer so; 1000000 = still so [day number]
from license_spans l
union all
select 'directory', d.user_id, null, d.valid_from, d.valid_to from directory_spans d
union all
select 'managers', d.user_id, null, d.valid_from, d.valid_to
from directory_spans d
where d.manager_user_id is not null
union all
select 'purchased_seats', null, null, min(s.day_number), 1000000
from snapshots s
where s.kind = 'seats'
group by s.kind
union all
select 'agent_inventory', null, null, a.valid_from, a.valid_to from agent_inventory_spans a
union all
select 'report_user_details', r.user_id, r.concealed_name, s.refresh_day, s.valid_to
from (
  select
    refresh_day,
    coalesce(lead(refresh_day) over (order by refresh_day), 1000000) as valid_to
  from (select distinct refresh_day from usage_reports where kind = 'user_detail') n
) s
join report_people r on r.refresh_day = s.refresh_day
