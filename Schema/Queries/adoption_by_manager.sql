-- question: How much do the people below each manager use Copilot?
-- theme: Organisation
-- grain: one row per manager on the last day with at least one person below
-- order: total_report_count descending, manager_user_principal_name
-- needs: audit_interactions, managers; optional license_lists
-- source: directory users below a manager at every level, by the managers of the last day
-- parameter: from_day day = first covered day | first day, included
-- parameter: to_day day = day after the last covered day | day after the last one
-- parameter: manager_user_principal_name text? | this manager only; NULL: every manager
-- parameter: max_depth int = 99 | levels below the manager; 1: direct reports only [levels]
-- column: manager_user_principal_name text | newest name
-- column: manager_display_name text? | name in lists
-- column: direct_report_count int [people] | directory users one level below
-- column: total_report_count int [people] | directory users at all levels below, never the manager
-- column: licensed_user_count int? [people] | of these, licensed on the last day
-- column: active_user_count int? [people] | of these, with an interaction
-- column: active_licensed_user_count int? [people] | of these, active and licensed
-- column: active_license_ratio real? | active licensed / licensed; only if every day is covered
-- column: interaction_count int? [interactions] | counted turns of the people below
-- column: prompt_count int? [messages] | prompts of the people below
with period as (
  select max(day_number) as last_number, count(*) as day_count, sum(is_covered) as covered_count
  from audit_calendar
  where day >= :from_day and day < :to_day
),
below as (
  select u.user_principal_name, u.display_name, m.depth, m.user_id
  from period p
  join manager_spans m on m.valid_from <= p.last_number and m.valid_to > p.last_number
  join users u on u.id = m.manager_user_id
  join directory_spans d
    on d.user_id = m.user_id and d.valid_from <= p.last_number and d.valid_to > p.last_number
  where d.is_directory_user = 1
    and m.depth <= :max_depth
    and (:manager_user_principal_name is null
      or u.user_principal_name = lower(trim(:manager_user_principal_name)))
),
active as (
  select
    a.user_id, sum(a.interaction_count) as interaction_count, sum(a.prompt_count) as prompt_count
  from covered_activity a
  where a.day >= :from_day and a.day < :to_day
  group by a.user_id
),
licensed as (
  select l.user_id
  from period p
  join license_spans l on l.valid_from <= p.last_number and l.valid_to > p.last_number
  group by l.user_id
),
totals as (
  select
    b.user_principal_name, b.display_name,
    sum(case when b.depth = 1 then 1 else 0 end) as direct_count,
    count(*) as total_count,
    count(l.user_id) as licensed_count,
    count(a.user_id) as active_count,
    sum(case when a.user_id is not null and l.user_id is not null then 1 else 0 end)
      as active_licensed_count,
    coalesce(sum(a.interaction_count), 0) as interaction_count,
    coalesce(sum(a.prompt_count), 0) as prompt_count
  from below b
  left join active a on a.user_id = b.user_id
  left join licensed l on l.user_id = b.user_id
  group by b.user_principal_name, b.display_name
),
known as (
  select
    case when p.covered_count > 0 then 1 end as presence,
    case when p.covered_count = p.day_count then 1e0 end as absence,
    case when f.license_day is not null then 1 end as licenses
  from period p
  cross join first_lists f
)
select
  t.user_principal_name as manager_user_principal_name,
  t.display_name as manager_display_name,
  t.direct_count as direct_report_count,
  t.total_count as total_report_count,
  k.licenses * t.licensed_count as licensed_user_count,
  k.presence * t.active_count as active_user_count,
  k.presence * k.licenses * t.active_licensed_count as active_licensed_user_count,
  k.absence * k.licenses * t.active_licensed_count / nullif(t.licensed_count, 0)
    as active_license_ratio,
  k.presence * t.interaction_count as interaction_count,
  k.presence * t.prompt_count as prompt_count
from totals t
cross join known k
order by t.total_count desc, t.user_principal_name
