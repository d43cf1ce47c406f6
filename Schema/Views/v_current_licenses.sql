create view current_licenses as
-- Who holds which licence by the newest lists. Key: (user_principal_name, sku).
select
  u.user_principal_name as user_principal_name, -- the holder
  u.display_name as display_name, -- NULL when no list tells it
  l.sku as sku, -- product id
  l.name as license, -- product
  l.is_copilot as is_copilot, -- 1: counts as a Copilot licence
  date(a.valid_from * 86400, 'unixepoch') as valid_from_day, -- first day; NULL = before anything that is known [YYYY-MM-DD]
  a.is_start_assumed as is_start_assumed, -- 1: the true start is unknown
  date(a.known_since * 86400, 'unixepoch') as known_since_day -- first day on which a list shows it [YYYY-MM-DD]
from license_assignments a
join users u on u.id = a.user_id
join licenses l on l.id = a.license_id
where a.valid_to is null
