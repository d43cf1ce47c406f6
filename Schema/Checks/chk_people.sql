-- rule: Names and ids lead to the users that own them, records to the users of their accounts.
-- remedy: Rebuild what is derived: copilot-usage rebuild.
select 'user ' || u.id as object, 'its object id leads to user ' || a.user_id as detail
from users u
join user_aliases a on a.kind = 'entra_object_id' and a.value = u.entra_object_id
where a.user_id <> u.id
union all
select 'user ' || u.id, 'its name leads to user ' || a.user_id
from users u
join user_aliases a on a.kind = 'user_principal_name' and a.value = u.user_principal_name
where a.user_id <> u.id
union all
select 'interaction ' || i.id, 'its user is not that of its account'
from interactions i
join accounts c on c.id = i.account_id
where c.user_id <> i.user_id
union all
select 'admin_event ' || e.id, 'its user is not that of its account'
from admin_events e
join accounts c on c.id = e.account_id
where c.user_id <> e.user_id
union all
select 'user ' || n.user_id, 'what lists and reports say under its name belongs to user ' || a.user_id
from (
  select user_principal_name, user_id from snapshot_rows where entra_object_id is null
  union select user_principal_name, user_id from snapshot_managers where entra_object_id is null
  union select user_principal_name, user_id from report_names
) n
join user_aliases a on a.kind = 'user_principal_name' and a.value = n.user_principal_name
where a.user_id <> n.user_id
union all
select 'list ' || r.snapshot_id, 'the manager of user ' || r.user_id || ' is another user'
from snapshot_rows r
left join snapshot_managers m on m.snapshot_id = r.snapshot_id and m.identity = r.manager_identity
where r.manager_user_id is not m.user_id
