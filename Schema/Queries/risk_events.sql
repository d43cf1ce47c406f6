-- question: Where were attacks detected or policies applied in use of Copilot?
-- theme: Resources and risk
-- grain: one row per flag of a message or an accessed resource
-- order: occurred_at, record_id, risk_kind, ordinal
-- needs: audit_interactions; optional directory
-- source: flags in records of all users and programs, days that no coverage vouches for included
-- parameter: from_day day = first covered day | first day, included
-- parameter: to_day day = day after the last covered day | day after the last one
-- parameter: risk_kind text? | only this kind; NULL: all
-- column: occurred_at instant | creation time of the record, UTC
-- column: record_id text | audit record id, lower case
-- column: risk_kind text | jailbreak, cross_prompt_injection, policy_restriction
-- column: ordinal int | place of the message or resource in the record, from 0
-- column: user_principal_name text? | NULL: not by a person
-- column: department text? | last day; (none), (not in directory); NULL: no directory
-- column: app text | product
-- column: agent_key text? | NULL without an agent
-- column: resource_url text? | address of the resource; NULL for a jailbreak
-- column: policy_names text? | policy_restriction: policies or rules, sorted, joined with a semicolon
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
  select
    s.interaction_id, s.ordinal, k.risk_kind, s.user_id, s.is_by_person, s.app_id, s.agent_id,
    s.resource_id, s.access_kind_id
  from bounds b
  cross join security_accesses s
  cross join risks k
  where s.interaction_id >= b.first_id and s.interaction_id <= b.last_id
    and s.day_number >= b.first_number and s.day_number <= b.last_number
    and s.access_kind_id in (select id from risks) and k.id = s.access_kind_id
  union all
  select
    m.interaction_id, m.ordinal, 'jailbreak', i.user_id, i.is_by_person, i.app_id, i.agent_id,
    null, null
  from messages m
  cross join interactions i
  cross join period p
  where m.is_jailbreak_detected = 1 and i.id = m.interaction_id and i.record_type = 261
    and i.day_number >= p.first_number and i.day_number <= p.last_number
)
select
  t.occurred_at,
  t.record_id,
  x.risk_kind,
  x.ordinal,
  case when x.is_by_person = 1 then u.user_principal_name end as user_principal_name,
  case when f.directory_day is not null and d.user_id is null then '(not in directory)'
    else d.department end as department,
  a.name as app,
  g.agent_key,
  nullif(r.site_url, '') as resource_url,
  case when x.risk_kind = 'policy_restriction' then k.policy_names end as policy_names
from flags x
cross join period p
cross join first_lists f
join record_texts t on t.interaction_id = x.interaction_id
join users u on u.id = x.user_id
join apps a on a.id = x.app_id
left join agents g on g.id = x.agent_id
left join resources r on r.id = x.resource_id
left join access_kinds k on k.id = x.access_kind_id
left join directory_spans d on d.user_id = x.user_id and x.is_by_person = 1
  and d.valid_from <= p.last_number and d.valid_to > p.last_number
where :risk_kind is null or x.risk_kind = :risk_kind
order by t.occurred_at, t.record_id, x.risk_kind, x.ordinal
