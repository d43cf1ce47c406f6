-- question: How many people are power, habitual, novice, low or non-users of Copilot?
-- theme: Habits
-- grain: one row per segment, segments without people included
-- order: power_user, habitual_user, novice_user, low_user, non_user
-- needs: audit_interactions; optional license_lists
-- source: Viva Insights; the people and rules of the question usage_segments
-- parameter: as_of_day day = last covered day | the last week ends on or before this day
-- parameter: week_count int = 12 | whole weeks, Monday to Sunday, that count [weeks]
-- parameter: habit_week_count int = 9 | weeks with an action that make a habit [weeks]
-- parameter: power_average real = 15 | actions a week that make a power user, on average
-- parameter: action_unit text = interactions | interactions or prompts: what is an action
-- column: segment text | non_user: licensed, without action
-- column: user_count int? [people] | only if every day is covered; non_user: NULL without a licence list
-- column: licensed_user_count int? [people] | of these, licensed on the last Sunday
-- column: user_ratio real? | people / people of all segments that are known
-- column: first_week_start day? | Monday of the first week; NULL outside the calendar
-- column: last_week_start day? | Monday of the last week; NULL outside the calendar
-- column: week_count int [weeks] | as given
-- column: habit_week_count int [weeks] | as given
-- column: power_average real [actions a week] | as given
-- column: action_unit text | as given
with asked as (
  select
    day_number - weekday % 7 as last_number,
    day_number - weekday % 7 - 7 * :week_count + 1 as first_number
  from days
  where day = :as_of_day and :action_unit in ('interactions', 'prompts')
),
weeks as (
  select
    a.first_number, a.last_number,
    case when sum(c.is_covered) > 0 then 1 end as presence,
    case when sum(c.is_covered) = 7 * :week_count then 1 end as absence
  from asked a
  left join audit_calendar c
    on c.day_number >= a.first_number and c.day_number <= a.last_number
  group by a.first_number, a.last_number
),
person_weeks as (
  select
    a.user_id, a.week_number,
    sum(case when :action_unit = 'prompts' then a.prompt_count else a.interaction_count end)
      as action_count
  from covered_activity a
  where a.day_number >= (select first_number from weeks)
    and a.day_number <= (select last_number from weeks)
  group by a.user_id, a.week_number
),
sightings as (
  select user_id, 1 as week_count, action_count, 0 as is_licensed
  from person_weeks
  where action_count > 0
  union all
  select l.user_id, 0, 0, 1
  from weeks w
  join license_spans l on l.valid_from <= w.last_number and l.valid_to > w.last_number
),
people as (
  select
    user_id, sum(week_count) as week_count, sum(action_count) as action_count,
    1e0 * sum(action_count) / nullif(:week_count, 0) as average, max(is_licensed) as is_licensed
  from sightings
  group by user_id
),
segmented as (
  select
    p.*,
    case when week_count >= :habit_week_count and average >= :power_average then 'power_user'
      when week_count >= :habit_week_count then 'habitual_user'
      when average >= 1 then 'novice_user'
      when average > 0 then 'low_user'
      else 'non_user' end as segment
  from people p
),
totals as (
  select segment, count(*) as user_count, sum(is_licensed) as licensed_count
  from segmented
  group by segment
),
everyone as (select sum(user_count) as user_count from totals),
segments as (
  select 1 as place, 'power_user' as segment
  union all select 2, 'habitual_user'
  union all select 3, 'novice_user'
  union all select 4, 'low_user'
  union all select 5, 'non_user'
),
facts as (
  select
    s.*,
    case when w.absence = 1 and (s.place < 5 or f.license_day is not null)
      then coalesce(t.user_count, 0) end as user_count,
    case when w.absence = 1 and f.license_day is not null
      then coalesce(t.licensed_count, 0) end as licensed_count,
    w.first_number, w.last_number
  from segments s
  cross join first_lists f
  left join weeks w on w.last_number is not null
  left join totals t on t.segment = s.segment
)
select
  f.segment,
  f.user_count,
  f.licensed_count as licensed_user_count,
  1e0 * f.user_count / nullif(e.user_count, 0) as user_ratio,
  x.day as first_week_start,
  y.day as last_week_start,
  :week_count as week_count,
  :habit_week_count as habit_week_count,
  :power_average as power_average,
  :action_unit as action_unit
from facts f
cross join everyone e
left join days x on x.day_number = f.first_number
left join days y on y.day_number = f.last_number - 6
order by f.place
