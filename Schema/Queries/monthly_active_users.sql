-- question: Who is new each month, who stayed, came back, was lost?
-- theme: Activity
-- grain: one row per month with a day in the window; its other days do not count
-- order: month
-- needs: audit_interactions
-- source: active user as in the Microsoft 365 report
-- parameter: from_day day = first covered day | first day
-- parameter: to_day day = day after the last covered day | day after
-- column: month month | the month
-- column: day_count int [days] | days in the window
-- column: covered_day_count int [days] | of these, known
-- column: is_complete flag | 1: the whole month is in the window and known
-- column: active_user_count int? [people] | with an interaction; NULL: no day is known
-- column: new_user_count int? [people] | active, never seen before; NULL: month before not known
-- column: retained_user_count int? [people] | active, as in the month before
-- column: reactivated_user_count int? [people] | active, seen earlier only
-- column: previous_active_user_count int? [people] | active in the month before
-- column: lapsed_user_count int? [people] | of these, not now; if complete
-- column: retention_ratio real? | retained / active before; only if complete
-- column: interaction_count int? [interactions] | counted turns
-- column: prompt_count int? [messages] | prompts
-- column: conversation_count int? [conversations] | distinct threads
-- column: active_days_per_active_user real? | pairs of person and day / active users
with asked as (
  select day_number, month, is_covered
  from audit_calendar
  where day >= :from_day and day < :to_day
),
listed as (
  select
    month, min(day_number) as first_day, max(day_number) as last_day, count(*) as day_count,
    sum(is_covered) as known
  from asked
  group by month
),
months as (
  select
    month, row_number() over (order by month) as place, min(day_number) as first_day,
    max(day_number) as last_day, sum(1 - is_covered) as gap_count
  from audit_calendar
  group by month
),
places as (
  select
    c.day_number, m.place,
    case when c.day >= :from_day and c.day < :to_day then c.is_covered else 0 end as is_counted
  from audit_calendar c
  join months m on m.month = c.month
  where m.first_day <= (select max(day_number) from asked)
),
seen as (
  select distinct u.id as user_id, p.place, p.is_counted
  from users u
  cross join hourly_activity h on h.user_id = u.id
  join places p on p.day_number = h.day_number
),
steps as (
  select
    place, max(is_counted) as is_counted,
    lag(place, 1, -1) over (partition by user_id order by place) as before
  from seen
  group by user_id, place
),
people as (
  select
    place, count(*) as seen_count, sum(is_counted) as user_count,
    sum(case before when -1 then is_counted else 0 end) as new_count,
    sum(case before when place - 1 then is_counted else 0 end) as kept_count
  from steps
  group by place
),
sums as (
  select
    w.month, sum(d.people) as user_day_count, sum(d.turns) as turns, sum(d.prompts) as prompts,
    sum(d.threads) as threads
  from asked w
  join (
    select
      day_number, count(distinct user_id) as people, sum(interaction_count) as turns,
      sum(prompt_count) as prompts, sum(conversation_count) as threads
    from adoption_activity
    where day_number in (select day_number from asked where is_covered = 1)
    group by day_number
  ) d on d.day_number = w.day_number
  group by w.month
),
shared as (
  select d.month, count(distinct c.thread_id) as threads
  from asked d
  join shared_conversations c on c.day_number = d.day_number
  where d.is_covered = 1
  group by d.month
),
facts as (
  select
    w.*, coalesce(p.user_count, 0) as user_count, coalesce(p.new_count, 0) as new_count,
    coalesce(p.kept_count, 0) as kept_count, s.user_day_count,
    s.turns, s.prompts, s.threads + coalesce(t.threads, 0) as threads,
    case when w.known > 0 then 0 end as zero,
    case b.gap_count when 0 then coalesce(q.seen_count, 0) end as old_count,
    case when w.known = m.last_day - m.first_day + 1 then 1 else 0 end as is_complete
  from listed w
  join months m on m.month = w.month
  left join months b on b.place = m.place - 1
  left join people p on p.place = m.place
  left join people q on q.place = m.place - 1
  left join sums s on s.month = w.month
  left join shared t on t.month = w.month
)
select
  month,
  day_count,
  known as covered_day_count,
  is_complete,
  zero + user_count as active_user_count,
  zero * old_count + new_count as new_user_count,
  zero * old_count + kept_count as retained_user_count,
  zero * old_count + user_count - new_count - kept_count as reactivated_user_count,
  zero + old_count as previous_active_user_count,
  case when is_complete = 1 then old_count - kept_count end as lapsed_user_count,
  case when is_complete = 1 then 1e0 * kept_count / nullif(old_count, 0) end as retention_ratio,
  zero + coalesce(turns, 0) as interaction_count,
  zero + coalesce(prompts, 0) as prompt_count,
  zero + coalesce(threads, 0) as conversation_count,
  1e0 * user_day_count / nullif(user_count, 0) as active_days_per_active_user
from facts
order by month
