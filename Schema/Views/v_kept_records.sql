create view kept_records as
-- From which day on records are here; of days before only sums may be. One row.
select
  coalesce(max(first_kept_day), 0) as first_number -- first day that no purge removed; 0 while nothing was purged [day number]
from privacy_actions
