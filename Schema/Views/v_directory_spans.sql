create view directory_spans as
-- Who was in the directory when, and where, without open ends. Key: (user_id, valid_from). A day belongs to a span when valid_from <= day < valid_to; no span = not in the directory.
select
  s.user_id as user_id, -- the person
  coalesce(s.valid_from, 0) as valid_from, -- first day; 0 = before anything that is known [day number]
  coalesce(s.valid_to, 1000000) as valid_to, -- first day no longer so; 1000000 = still so [day number]
  case when d.name = '' then '(none)' else d.name end as department, -- '(none)' without a department; NULL while no list tells departments
  s.manager_user_id as manager_user_id, -- users.id of the manager; NULL = none, or not told
  s.is_account_enabled as is_account_enabled, -- NULL = not told
  s.user_type as user_type, -- Member or Guest as received; NULL = not told
  case
    when coalesce(s.is_account_enabled, 1) = 1 and lower(coalesce(s.user_type, '')) <> 'guest'
    then 1 else 0
  end as is_directory_user -- 1: account not disabled, not a guest
from directory_periods s
left join departments d on d.id = s.department_id
