-- rule: The manager tree says what the managers in directory periods imply.
-- remedy: Rebuild what is derived: copilot-usage rebuild.
with links as (
  select user_id, manager_user_id, coalesce(valid_from, 0) as first_day, coalesce(valid_to, 1000000) as end_day
  from directory_periods
  where manager_user_id <> user_id
)
select 'user ' || l.user_id as object, 'manager ' || l.manager_user_id || ' is not above' as detail
from links l
where not exists (
  select 1 from manager_spans t
  where t.user_id = l.user_id and t.manager_user_id = l.manager_user_id and t.depth = 1
    and t.valid_from <= l.first_day and t.valid_to >= l.end_day)
union all
select 'user ' || t.user_id, 'nothing leads to manager ' || t.manager_user_id
from manager_spans t
where not exists (
  select 1 from directory_periods l
  where l.manager_user_id = t.manager_user_id
    and coalesce(l.valid_from, 0) <= t.valid_from and coalesce(l.valid_to, 1000000) > t.valid_from
    and (t.depth = 1 and l.user_id = t.user_id or exists (
      select 1 from manager_spans b
      where b.user_id = t.user_id and b.manager_user_id = l.user_id and b.depth = t.depth - 1
        and b.valid_from <= t.valid_from and b.valid_to > t.valid_from)))
union all
select 'user ' || t.user_id, 'manager ' || l.manager_user_id || ' of a manager is not above'
from manager_spans t
join links l on l.user_id = t.manager_user_id and l.manager_user_id <> t.user_id
  and l.first_day < t.valid_to and l.end_day > t.valid_from
where t.depth < 99 and not exists (
  select 1 from manager_spans a
  where a.user_id = t.user_id and a.manager_user_id = l.manager_user_id
    and a.valid_from <= max(l.first_day, t.valid_from) and a.valid_to > max(l.first_day, t.valid_from))
