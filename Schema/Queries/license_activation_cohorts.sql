-- question: Do people with a new licence start to use it, month by month?
-- theme: Licences
-- grain: one row per calendar month with a licence start in the window
-- order: month
-- needs: license_lists, audit_interactions
-- source: the rows of license_activations, by the month of the start
-- parameter: from_day day = first covered day | first day, included
-- parameter: to_day day = day after the last covered day | day after the last one
-- parameter: activation_days int = 30 | first use within so many days is an activation [days]
-- column: month month | month of the licence start
-- column: started_user_count int [people] | licence starts
-- column: activated_user_count int [people] | of these, used in time
-- column: pending_user_count int [people] | of these, not used in time so far, with days that are not known
-- column: activation_ratio real? | activated / (started - pending)
-- column: median_days_to_first_use real? [days] | of those with a first use, in time or late; NULL = none
-- column: activation_days int [days] | as given
with period as (
  select min(day_number) as first_number, max(day_number) as last_number
  from audit_calendar
  where day >= :from_day and day < :to_day
),
reaching as (
  -- How far all licences of a person reach that began no later.
  select
    l.*, max(l.valid_to) over (partition by l.user_id order by l.valid_from, l.license_id) as reach
  from license_spans l
),
linked as (
  select
    r.*, lag(r.reach) over (
      partition by r.user_id order by r.valid_from, r.license_id
    ) as earlier_reach
  from reaching r
),
numbered as (
  select
    l.*, sum(case when l.earlier_reach >= l.valid_from then 0 else 1 end) over (
      partition by l.user_id order by l.valid_from, l.license_id
    ) as tenure
  from linked l
),
tenures as (
  select user_id, min(valid_from) as start_number, max(valid_to) as end_number
  from numbered
  group by user_id, tenure
),
starts as (
  select t.*, d.month
  from period p
  join tenures t on t.start_number >= p.first_number and t.start_number <= p.last_number
  join days d on d.day_number = t.start_number
),
uses as (
  select distinct a.user_id, a.day_number
  from adoption_activity a
  where a.user_id in (select user_id from starts)
),
first_uses as (
  select
    s.user_id, s.start_number,
    min(case when a.day_number >= s.start_number and a.day_number < s.end_number
      then a.day_number end) as first_number
  from uses a
  left join starts s on s.user_id = a.user_id
  group by s.user_id, s.start_number
),
start_days as (
  select s.start_number, count(*) as covered_count
  from (select distinct start_number from starts) s
  join covered_days c on c.source = 'audit_interactions'
    and c.day_number >= s.start_number and c.day_number <= s.start_number + :activation_days
  group by s.start_number
),
people as (
  select
    s.month, f.first_number - s.start_number as wait,
    case when f.first_number - s.start_number <= :activation_days then 1
      when c.covered_count = :activation_days + 1 then 0 end as is_activated,
    row_number() over (
      partition by s.month, case when f.first_number > 0 then 1 end
      order by f.first_number - s.start_number, s.user_id, s.start_number
    ) as place,
    count(f.first_number) over (partition by s.month) as user_count
  from starts s
  left join first_uses f on f.user_id = s.user_id and f.start_number = s.start_number
  left join start_days c on c.start_number = s.start_number
),
months as (
  select
    month, count(*) as started_count, sum(coalesce(is_activated, 0)) as activated_count,
    count(*) - count(is_activated) as pending_count,
    avg(case when 2 * place >= user_count and 2 * place <= user_count + 2 then 1e0 * wait end)
      as median_wait
  from people
  group by month
)
select
  m.month,
  m.started_count as started_user_count,
  m.activated_count as activated_user_count,
  m.pending_count as pending_user_count,
  1e0 * m.activated_count / nullif(m.started_count - m.pending_count, 0) as activation_ratio,
  m.median_wait as median_days_to_first_use,
  :activation_days as activation_days
from months m
order by m.month
