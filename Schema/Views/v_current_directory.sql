create view current_directory as
-- Who is in the directory by the newest lists. Key: user_principal_name.
select
  u.user_principal_name as user_principal_name, -- the person
  u.display_name as display_name, -- NULL when not told
  s.department as department, -- '(none)' without a department; NULL while no list tells departments
  m.user_principal_name as manager_user_principal_name, -- NULL without a manager, or not told
  p.job_title as job_title, -- NULL without one, or not told
  s.is_account_enabled as is_account_enabled, -- NULL when not told
  p.user_type as user_type, -- Member or Guest; NULL when not told
  s.is_directory_user as is_directory_user, -- 1: account not disabled, not a guest
  date(p.valid_from * 86400, 'unixepoch') as valid_from_day -- since when it is so; NULL = before anything that is known [YYYY-MM-DD]
from directory_spans s
join directory_periods p on p.user_id = s.user_id and coalesce(p.valid_from, 0) = s.valid_from
join users u on u.id = s.user_id
left join users m on m.id = s.manager_user_id
where s.valid_to = 1000000
