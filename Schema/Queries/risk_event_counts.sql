-- question: How many attacks and policy restrictions were there per week?
-- theme: Resources and risk
-- grain: one row per week and risk kind that occurs
-- order: week_start, risk_kind
-- needs: audit_interactions
-- source: flags in records of all users and programs on covered days of the window
-- parameter: from_day day = first covered day | first day, included
-- parameter: to_day day = day after the last covered day | day after the last one
-- column: week_start day | Monday of the week
-- column: risk_kind text | jailbreak, cross_prompt_injection, policy_restriction
-- column: event_count int [flags] | flags of messages or accessed resources
-- column: interaction_count int [interactions] | turns with such a flag
-- column: user_count int [people] | people, without programs
with period as (
  select min(day_number) as first_number, max(day_number) as last_number
  from days
  where day >= :from_day and day < :to_day
),
bounds as (
  select min(p.first_number) as first_number, max(p.last_number) as last_number,
    min(i.id) as first_id, max(i.id) as last_id
  from period p
  cross join interactions i
  where i.day_number >= p.first_number and i.day_number <= p.last_number
),
risks as (
  select id, 'cross_prompt_injection' as risk_kind
  from access_kinds
  where is_cross_prompt_injection_detected = 1
  union all
  select id, 'policy_restriction' from access_kinds where has_policy_restriction = 1
),
flags as (
  select k.risk_kind, s.day_number, s.user_id, s.is_by_person, s.turn_id
  from bounds b
  cross join covered_accesses s
  cross join risks k
  where s.interaction_id >= b.first_id and s.interaction_id <= b.last_id
    and s.day_number >= b.first_number and s.day_number <= b.last_number
    and s.access_kind_id in (select id from risks) and k.id = s.access_kind_id
  union all
  select 'jailbreak', i.day_number, i.user_id, i.is_by_person, coalesce(i.turn_id, i.id)
  from messages m
  cross join interactions i
  cross join period p
  cross join audit_calendar c
  where m.is_jailbreak_detected = 1 and i.id = m.interaction_id and i.record_type = 261
    and i.day_number >= p.first_number and i.day_number <= p.last_number
    and c.day_number = i.day_number and c.is_covered = 1
),
by_user as (
  select
    c.week_start, f.risk_kind, f.user_id, max(f.is_by_person) as is_person, count(*) as events,
    count(distinct f.turn_id) as turns
  from flags f
  join days c on c.day_number = f.day_number
  group by c.week_start, f.risk_kind, f.user_id
)
select
  week_start,
  risk_kind,
  sum(events) as event_count,
  sum(turns) as interaction_count,
  sum(is_person) as user_count
from by_user
group by week_start, risk_kind
order by week_start, risk_kind
