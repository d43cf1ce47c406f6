-- rule: Spans of one licence of one person never overlap.
-- remedy: Rebuild what is derived: copilot-usage rebuild.
select
  'user ' || a.user_id || ' license ' || a.license_id as object,
  'span ' || a.id || ' overlaps span ' || b.id as detail
from license_assignments a
join license_assignments b on b.user_id = a.user_id and b.license_id = a.license_id and b.id > a.id
where coalesce(a.valid_from, 0) < coalesce(b.valid_to, 1000000)
  and coalesce(b.valid_from, 0) < coalesce(a.valid_to, 1000000)
