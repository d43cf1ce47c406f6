-- rule: No record is older than the first day that a purge kept.
-- remedy: Purge again before that day: copilot-usage purge.
select 'interaction ' || id as object, 'day ' || day_number || ' was purged' as detail
from interactions
where day_number < (select max(first_kept_day) from privacy_actions)
union all
select 'admin_event ' || id, 'day ' || day_number || ' was purged'
from admin_events
where day_number < (select max(first_kept_day) from privacy_actions)
