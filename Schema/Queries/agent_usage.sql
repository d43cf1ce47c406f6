-- question: Which agents are used, and do people come back?
-- theme: Agents
-- grain: one row per agent with a turn
-- order: user_count desc, interaction_count desc, agent_key
-- needs: audit_interactions; optional license_lists, directory
-- source: counted turns on covered days
-- parameter: from_day day = first covered day | first day
-- parameter: to_day day = day after the last covered day | day after
-- column: agent_key text | in lower case
-- column: agent_name text? | in turns, inventory, schema
-- column: agent_kind text | declarative, custom_engine, ..., other
-- column: user_count int [people] | no tests, no autonomous runs
-- column: licensed_user_count int? [people] | on the last day
-- column: interaction_count int [interactions] | of these people
-- column: prompt_count int | theirs
-- column: conversation_count int | theirs
-- column: test_interaction_count int [interactions] | test pane
-- column: autonomous_interaction_count int [interactions] | no person
-- column: tester_count int | test pane
-- column: active_day_count int | theirs
-- column: department_count int? | NULL: no directory
-- column: returning_user_count int | 2 conversations or more
-- column: return_ratio real? | of user_count
-- column: first_active_day day | of all
-- column: last_active_day day | of all
with period as (
  select min(day_number) as first_number, max(day_number) as last_number
  from days
  where day >= :from_day and day < :to_day
),
turns as (
  select a.*
  from period p
  join agent_activity a on a.day_number >= p.first_number and a.day_number <= p.last_number
  where a.is_covered = 1
),
by_user as (
  select
    agent_key, user_id, max(case way when 'use' then 1 else 0 end) as is_user,
    sum(case way when 'use' then interaction_count else 0 end) as uses,
    sum(case way when 'use' then prompt_count else 0 end) as prompts,
    sum(conversation_count) as threads,
    sum(case way when 'test' then interaction_count else 0 end) as tests,
    sum(case way when 'alone' then interaction_count else 0 end) as runs,
    max(case way when 'test' then is_by_person else 0 end) as is_tester,
    min(day_number) as first_day, max(day_number) as last_day
  from turns
  group by agent_key, user_id
),
shared as (
  select g.agent_key, c.user_id, c.thread_id
  from covered_shared_conversations c
  join agents g on g.id = c.agent_id
  where c.day >= :from_day and c.day < :to_day
),
back as (
  select agent_key, user_id, count(distinct thread_id) as threads
  from shared
  group by agent_key, user_id
),
licensed as (
  select s.user_id
  from period p
  join license_spans s on s.valid_from <= p.last_number and s.valid_to > p.last_number
  group by s.user_id
),
totals as (
  select
    b.agent_key, sum(b.is_user) as people, count(l.user_id) as licensed,
    sum(case when b.threads + coalesce(r.threads, 0) >= 2 then 1 else 0 end) as returning_people,
    sum(b.threads) as threads, sum(b.uses) as uses, sum(b.prompts) as prompts,
    sum(b.tests) as tests, sum(b.runs) as runs, sum(b.is_tester) as testers,
    min(b.first_day) as first_day, max(b.last_day) as last_day,
    count(distinct case when b.is_user = 0 then null
      when d.user_id is null then '(not in directory)' else d.department end) as departments
  from by_user b
  cross join period p
  left join back r on r.agent_key = b.agent_key and r.user_id = b.user_id
  left join licensed l on l.user_id = b.user_id and b.is_user = 1
  left join directory_spans d
    on d.user_id = b.user_id and d.valid_from <= p.last_number and d.valid_to > p.last_number
  group by b.agent_key
),
labels as (
  select
    agent_key, coalesce(max(turn_kind), max(title_kind)) as agent_kind,
    coalesce(max(turn_name), max(list_name), max(schema_name)) as agent_name
  from period p
  join agent_label_spans n on n.valid_from <= p.last_number and n.valid_to > p.last_number
  group by agent_key
)
select
  t.agent_key,
  n.agent_name,
  coalesce(n.agent_kind, 'other') as agent_kind,
  t.people as user_count,
  case when f.license_day is not null then t.licensed end as licensed_user_count,
  t.uses as interaction_count,
  t.prompts as prompt_count,
  t.threads + coalesce(s.threads, 0) as conversation_count,
  t.tests as test_interaction_count,
  t.runs as autonomous_interaction_count,
  t.testers as tester_count,
  coalesce(u.days, 0) as active_day_count,
  case when f.directory_day is not null then t.departments end as department_count,
  t.returning_people as returning_user_count,
  1e0 * t.returning_people / nullif(t.people, 0) as return_ratio,
  y.day as first_active_day,
  z.day as last_active_day
from totals t
cross join first_lists f
left join (select agent_key, count(distinct thread_id) as threads from shared
  group by agent_key) s on s.agent_key = t.agent_key
left join (select agent_key, count(distinct day_number) as days from turns
  where way = 'use' group by agent_key) u on u.agent_key = t.agent_key
left join labels n on n.agent_key = t.agent_key
join days y on y.day_number = t.first_day
join days z on z.day_number = t.last_day
order by user_count desc, interaction_count desc, t.agent_key
