-- rule: Directory periods of one person never overlap.
-- remedy: Rebuild what is derived: copilot-usage rebuild.
select 'user ' || a.user_id as object, 'period ' || a.id || ' overlaps period ' || b.id as detail
from directory_periods a
join directory_periods b on b.user_id = a.user_id and b.id > a.id
where coalesce(a.valid_from, 0) < coalesce(b.valid_to, 1000000)
  and coalesce(b.valid_from, 0) < coalesce(a.valid_to, 1000000)
