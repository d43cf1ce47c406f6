-- question: How much of the use comes from few people?
-- theme: Habits
-- grain: one row per group of active people, those with most interactions first
-- order: top_10_percent, next_15_percent, next_25_percent, bottom_50_percent
-- needs: audit_interactions
-- source: people ranked by counted turns, ties by name; groups as in Microsoft365-Analytics-Insights
-- parameter: from_day day = first covered day | first day, included
-- parameter: to_day day = day after the last covered day | day after the last one
-- column: user_group text | the first tenth, quarter and half of the ranks, and the rest
-- column: user_count int? [people] | people in the group; NULL if no day is covered
-- column: interaction_count int? [interactions] | counted turns
-- column: interaction_ratio real? | interactions / interactions of all groups; NULL if there are none
-- column: prompt_count int? [messages] | prompts
-- column: lowest_interaction_count int? [interactions] | of one person; NULL in an empty group
-- column: highest_interaction_count int? [interactions] | of one person; NULL in an empty group
with period as (
  select
    min(day_number) as first_number, max(day_number) as last_number,
    case when sum(is_covered) > 0 then 0 end as quiet
  from audit_calendar
  where day >= :from_day and day < :to_day
),
active as (
  select
    u.id as user_id, sum(h.interaction_count) as interaction_count,
    sum(h.prompt_count) as prompt_count
  from users u
  cross join covered_hours h on h.user_id = u.id
    and h.day_number >= (select first_number from period)
    and h.day_number <= (select last_number from period)
  group by u.id
),
ranked as (
  select
    a.interaction_count, a.prompt_count,
    row_number() over (order by a.interaction_count desc, u.user_principal_name) - 1 as above,
    count(*) over () as everyone
  from active a
  join users u on u.id = a.user_id
),
placed as (
  select
    r.*,
    case when above * 10 < everyone then 1 when above * 4 < everyone then 2
      when above * 2 < everyone then 3 else 4 end as place
  from ranked r
),
totals as (
  select
    place, count(*) as user_count,
    sum(interaction_count) as interaction_count, sum(prompt_count) as prompt_count,
    min(interaction_count) as lowest_count, max(interaction_count) as highest_count
  from placed
  group by place
),
everything as (select sum(interaction_count) as interaction_count from totals),
user_groups as (
  select 1 as place, 'top_10_percent' as user_group
  union all select 2, 'next_15_percent'
  union all select 3, 'next_25_percent'
  union all select 4, 'bottom_50_percent'
)
select
  g.user_group,
  coalesce(t.user_count, p.quiet) as user_count,
  coalesce(t.interaction_count, p.quiet) as interaction_count,
  1e0 * coalesce(t.interaction_count, p.quiet) / nullif(e.interaction_count, 0)
    as interaction_ratio,
  coalesce(t.prompt_count, p.quiet) as prompt_count,
  t.lowest_count as lowest_interaction_count,
  t.highest_count as highest_interaction_count
from user_groups g
cross join period p
cross join everything e
left join totals t on t.place = g.place
order by g.place
