-- question: How many prompts do people write?
-- theme: Habits
-- grain: one row per band of prompts, bands without people included
-- order: lowest_prompt_count
-- needs: audit_interactions; optional license_lists
-- source: active people and people licensed on the last day; bands as in CopilotChatAnalytics
-- parameter: from_day day = first covered day | first day, included
-- parameter: to_day day = day after the last covered day | day after the last one
-- column: band text | prompts of one person in the window
-- column: lowest_prompt_count int [messages] | first number of the band
-- column: highest_prompt_count int? [messages] | last number of the band; NULL: no end
-- column: user_count int? [people] | people in the band; band 0: only if every day is covered
-- column: licensed_user_count int? [people] | of these, licensed on the last day; NULL without a list
-- column: user_ratio real? | people / people of all bands; only if every day is covered
-- column: prompt_count int? [messages] | prompts; band 0: only if every day is covered
with period as (
  select
    min(day_number) as first_number, max(day_number) as last_number,
    case when sum(is_covered) > 0 then 0 end as presence,
    case when sum(is_covered) = count(*) then 0 end as absence
  from audit_calendar
  where day >= :from_day and day < :to_day
),
person_prompts as (
  select u.id as user_id, sum(h.prompt_count) as prompt_count
  from users u
  cross join covered_hours h on h.user_id = u.id
    and h.day_number >= (select first_number from period)
    and h.day_number <= (select last_number from period)
  group by u.id
),
sightings as (
  select user_id, prompt_count, 0 as is_licensed from person_prompts
  union all
  select l.user_id, 0, 1
  from period p
  join license_spans l on l.valid_from <= p.last_number and l.valid_to > p.last_number
),
people as (
  select user_id, sum(prompt_count) as prompt_count, max(is_licensed) as is_licensed
  from sightings
  group by user_id
),
placed as (
  select
    p.*,
    case when prompt_count = 0 then 0 when prompt_count <= 10 then 1 when prompt_count <= 50 then 11
      when prompt_count <= 100 then 51 when prompt_count <= 500 then 101
      when prompt_count <= 1000 then 501 else 1001 end as lowest
  from people p
),
totals as (
  select
    lowest, count(*) as user_count, sum(is_licensed) as licensed_count,
    sum(prompt_count) as prompt_count
  from placed
  group by lowest
),
bands as (
  select '0' as band, 0 as lowest, 0 as highest
  union all select '1-10', 1, 10
  union all select '11-50', 11, 50
  union all select '51-100', 51, 100
  union all select '101-500', 101, 500
  union all select '501-1000', 501, 1000
  union all select '1001+', 1001, null
),
everyone as (select sum(user_count) as user_count from totals),
facts as (
  select
    b.*, t.user_count, t.licensed_count, t.prompt_count, p.absence,
    case when b.lowest = 0 then p.absence else p.presence end as quiet
  from bands b
  cross join period p
  left join totals t on t.lowest = b.lowest
)
select
  f.band,
  f.lowest as lowest_prompt_count,
  f.highest as highest_prompt_count,
  f.quiet + coalesce(f.user_count, 0) as user_count,
  case when k.license_day is not null then f.quiet + coalesce(f.licensed_count, 0) end
    as licensed_user_count,
  1e0 * (f.absence + coalesce(f.user_count, 0)) / nullif(e.user_count, 0) as user_ratio,
  f.quiet + coalesce(f.prompt_count, 0) as prompt_count
from facts f
cross join first_lists k
cross join everyone e
order by f.lowest
