create view current_users as
-- Everybody and everything that acts or is listed, with newest attributes. Key: user_principal_name.
select
  u.id as user_id, -- users.id
  u.user_principal_name as user_principal_name, -- newest name
  u.entra_object_id as entra_object_id, -- NULL when unknown
  u.display_name as display_name, -- NULL when no list tells it
  u.mail as mail, -- NULL when no list tells it
  u.account_kind as account_kind, -- person, guest, application, system or unknown
  d.name as department, -- '' without a department; NULL when unknown
  u.job_title as job_title, -- newest directory that tells it
  u.company_name as company_name, -- newest directory that tells it
  u.office_location as office_location, -- newest directory that tells it
  u.city as city, -- newest directory that tells it
  u.country as country, -- newest directory that tells it
  u.usage_location as usage_location, -- newest directory that tells it
  u.user_type as user_type, -- Member or Guest
  u.is_account_enabled as is_account_enabled, -- NULL when unknown
  m.user_principal_name as manager_user_principal_name, -- NULL without a manager, or when unknown
  u.created_date as created_day, -- when the account was created; NULL when unknown [YYYY-MM-DD]
  case when f.license_day is not null then coalesce(l.is_licensed, 0) end as is_licensed -- 1: holds a Copilot licence by the newest lists; NULL without any
from users u
cross join first_lists f
left join departments d on d.id = u.department_id
left join users m on m.id = u.manager_user_id
left join (
  select user_id, 1 as is_licensed from license_spans where valid_to = 1000000 group by user_id
) l on l.user_id = u.id
