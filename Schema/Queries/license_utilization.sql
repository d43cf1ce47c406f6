-- question: How many licences are used?
-- theme: Licences
-- grain: one row
-- order: none
-- needs: license_lists; optional audit_interactions, directory, purchased_seats
-- source: licensed and active people as in the Microsoft 365 usage report
-- parameter: from_day day = first covered day | first day, included
-- parameter: to_day day = day after the last covered day | day after the last one
-- column: decided_day day | last day of the window: who is licensed that day
-- column: license_basis text? | observed, or assumed before the first licence list
-- column: purchased_license_count int? [seats] | seats in the newest list of subscriptions by then
-- column: unassigned_license_count int? [seats] | purchased - licensed; may be negative
-- column: licensed_user_count int? [people] | people licensed
-- column: active_licensed_user_count int? [people] | of these, with an interaction in the window
-- column: idle_licensed_user_count int? [people] | of these, without; only if every day is covered
-- column: utilization_ratio real? | active licensed / licensed; only if every day is covered
-- column: disabled_licensed_user_count int? [people] | licensed accounts that are disabled
-- column: never_seen_licensed_user_count int? [people] | licensed, no interaction in history
-- column: unlicensed_active_user_count int? [people] | active in the window, not licensed
with period as (
  select
    min(day_number) as first_number, max(day_number) as last_number, count(*) as day_count,
    sum(is_covered) as covered_count
  from audit_calendar
  where day >= :from_day and day < :to_day
),
history_days as (
  select
    min(c.day_number) as first_number, max(c.day_number) as last_number, count(*) as day_count
  from period p
  join covered_days c on c.source = 'audit_interactions' and c.day_number <= p.last_number
),
active as (
  select u.id as user_id
  from users u
  cross join covered_hours h on h.user_id = u.id
    and h.day_number >= (select first_number from period)
    and h.day_number <= (select last_number from period)
  group by u.id
),
seen as (
  select u.id as user_id
  from users u
  cross join hourly_activity h on h.user_id = u.id
    and h.day_number <= (select last_number from period)
  group by u.id
),
licensed as (
  select l.user_id
  from period p
  join license_spans l on l.valid_from <= p.last_number and l.valid_to > p.last_number
  group by l.user_id
),
disabled as (
  select d.user_id
  from period p
  join directory_spans d on d.valid_from <= p.last_number and d.valid_to > p.last_number
  where d.is_account_enabled = 0
),
totals as (
  select
    count(*) as licensed_count, count(a.user_id) as active_count,
    count(*) - count(s.user_id) as never_seen_count, count(d.user_id) as disabled_count
  from licensed l
  left join active a on a.user_id = l.user_id
  left join seen s on s.user_id = l.user_id
  left join disabled d on d.user_id = l.user_id
),
active_total as (select count(*) as active_count from active),
seat_lists as (
  select s.id, row_number() over (order by s.day_number desc, s.id desc) as place
  from period p
  join snapshots s on s.kind = 'seats' and s.day_number <= p.last_number
),
seats as (
  select sum(case when c.is_copilot = 1 then b.enabled_count else 0 end) as purchased_count
  from seat_lists s
  left join purchased_seats b on b.snapshot_id = s.id
  left join licenses c on c.id = b.license_id
  where s.place = 1
)
select
  decided.day as decided_day,
  case when f.license_day > p.last_number then 'assumed'
    when f.license_day is not null then 'observed' end as license_basis,
  b.purchased_count as purchased_license_count,
  b.purchased_count - t.licensed_count as unassigned_license_count,
  t.licensed_count as licensed_user_count,
  case when p.covered_count > 0 then t.active_count end as active_licensed_user_count,
  case when p.covered_count = p.day_count then t.licensed_count - t.active_count end
    as idle_licensed_user_count,
  case when p.covered_count = p.day_count
    then 1e0 * t.active_count / nullif(t.licensed_count, 0) end as utilization_ratio,
  case when f.account_state_day is not null then t.disabled_count end
    as disabled_licensed_user_count,
  case when h.last_number = p.last_number and h.day_count = h.last_number - h.first_number + 1
    then t.never_seen_count end as never_seen_licensed_user_count,
  case when p.covered_count > 0 then a.active_count - t.active_count end
    as unlicensed_active_user_count
from period p
join days decided on decided.day_number = p.last_number
cross join first_lists f
cross join history_days h
cross join active_total a
cross join seats b
left join totals t on f.license_day is not null
