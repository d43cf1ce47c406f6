-- question: Who is a power, habitual, novice, low or non-user of Copilot?
-- theme: Habits
-- grain: one row per person licensed on the last Sunday, or with an action in the weeks
-- order: action_count descending, user_principal_name
-- needs: audit_interactions; optional license_lists, directory
-- source: Viva Insights, with 15 or more actions a week as in its R and Python code
-- parameter: as_of_day day = last covered day | the last week ends on or before this day
-- parameter: week_count int = 12 | whole weeks, Monday to Sunday, that count [weeks]
-- parameter: habit_week_count int = 9 | weeks with an action that make a habit [weeks]
-- parameter: power_average real = 15 | actions a week that make a power user, on average
-- parameter: action_unit text = interactions | interactions or prompts: what is an action
-- column: user_principal_name text | newest name
-- column: department text? | on the last Sunday; NULL without a directory
-- column: is_licensed flag? | 1: licensed on the last Sunday; NULL without a licence list
-- column: segment text? | first that fits; only if every day of the weeks is covered
-- column: active_week_count int? [weeks] | weeks with an action; NULL if no day is covered
-- column: action_count int? [actions] | in the weeks; NULL if no day is covered
-- column: average_weekly_action_count real? [actions a week] | actions / all weeks, quiet ones too
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
)
select
  u.user_principal_name,
  case when f.directory_day is not null and d.user_id is null then '(not in directory)'
    else d.department end as department,
  case when f.license_day is not null then s.is_licensed end as is_licensed,
  case when w.absence = 1 then s.segment end as segment,
  w.presence * s.week_count as active_week_count,
  w.presence * s.action_count as action_count,
  w.presence * s.average as average_weekly_action_count,
  x.day as first_week_start,
  y.day as last_week_start,
  :week_count as week_count,
  :habit_week_count as habit_week_count,
  :power_average as power_average,
  :action_unit as action_unit
from segmented s
join users u on u.id = s.user_id
cross join weeks w
cross join first_lists f
left join directory_spans d
  on d.user_id = s.user_id and d.valid_from <= w.last_number and d.valid_to > w.last_number
left join days x on x.day_number = w.first_number
left join days y on y.day_number = w.last_number - 6
order by action_count desc, u.user_principal_name
