-- question: What is loaded, and what can be answered for this window?
-- theme: Coverage
-- grain: one row per source
-- order: fixed order of sources, audit data first
-- needs: any
-- source: days that audit files declare or let infer; lists and reports by their own days
-- parameter: from_day day = first covered day | first day, included
-- parameter: to_day day = day after the last covered day | day after the last one
-- column: source text | kind of data
-- column: status text | ok, not_loaded, partly_covered, not_covered, assumed, concealed
-- column: first_day day? | first day of the loaded data
-- column: last_day day? | last day of the loaded data
-- column: window_day_count int [days] | days in the window
-- column: covered_day_count int? [days] | audit: days of the window that are known
-- column: record_count int | records in the window, or entries of the list that then holds
-- column: person_count int? [people] | distinct people behind them
-- column: snapshot_count int? | lists or reports loaded
-- column: uncounted_record_count int? [records] | told by another record of the turn
-- column: not_person_record_count int? [records] | by programs and system accounts
-- column: unmatched_person_count int? [people] | not in the directory; reports: concealed names
with period as (
  select
    min(day_number) as first_number, max(day_number) as last_number, count(*) as day_count
  from days
  where day >= :from_day and day < :to_day
),
directory as (
  select d.user_id
  from period p
  join directory_spans d on d.valid_from <= p.last_number and d.valid_to > p.last_number
),
audit_users as (
  select
    a.source, a.user_id, max(a.is_by_person) as is_person, sum(a.record_count) as record_count,
    sum((1 - a.is_counted) * a.record_count) as uncounted,
    sum((1 - a.is_by_person) * a.record_count) as by_programs
  from period p
  join audit_activity a on a.day_number >= p.first_number and a.day_number <= p.last_number
  group by a.source, a.user_id
),
records as (
  select
    a.source, sum(a.record_count) as record_count, sum(a.is_person) as person_count,
    sum(a.uncounted) as uncounted, sum(a.by_programs) as by_programs,
    sum(case when d.user_id is null then a.is_person else 0 end) as unmatched
  from audit_users a
  left join directory d on d.user_id = a.user_id
  group by a.source
),
known_days as (
  select
    c.source, sum(case when c.day_number >= p.first_number and c.day_number <= p.last_number
      then 1 else 0 end) as day_count
  from period p
  cross join covered_days c
  group by c.source
),
members as (
  select
    m.source, count(distinct m.user_id) as person_count, count(m.concealed_name) as concealed,
    case when m.source = 'license_lists' then count(distinct m.user_id) else count(*) end
      as record_count
  from period p
  join list_members m on m.valid_from <= p.last_number and m.valid_to > p.last_number
  group by m.source
  union all
  select 'report_user_counts', 0, 0, count(*)
  from period p
  join report_counts c on c.day_number >= p.first_number and c.day_number <= p.last_number
),
facts as (
  select
    s.place, s.source, s.kind, p.day_count, p.last_number as decided,
    b.list_count, b.first_number, b.last_number,
    case when s.kind = 'audit' then coalesce(k.day_count, 0) end as covered_count,
    case when coalesce(b.source, k.source) is not null then 1 end as loaded,
    coalesce(r.record_count, m.record_count, 0) as record_count,
    s.has_people * coalesce(r.person_count, m.person_count, 0) as person_count,
    case when s.place = 1 then coalesce(r.uncounted, 0) end as uncounted,
    case when s.place = 1 then coalesce(r.by_programs, 0) end as by_programs,
    case when s.place = 1 and f.directory_day is not null then coalesce(r.unmatched, 0)
      when s.place = 9 then coalesce(m.concealed, 0) end as unmatched
  from usage_sources s
  cross join period p
  cross join first_lists f
  left join source_bounds b on b.source = s.source
  left join records r on r.source = s.source
  left join known_days k on k.source = s.source
  left join members m on m.source = s.source
)
select
  f.source,
  case
    when f.loaded is null then 'not_loaded'
    when f.covered_count = 0 or f.kind = 'list' and f.record_count = 0 then 'not_covered'
    when f.covered_count < f.day_count then 'partly_covered'
    when f.kind = 'history' and f.decided < f.first_number then 'assumed'
    when f.place = 9 and f.unmatched > 0 then 'concealed'
    else 'ok'
  end as status,
  a.day as first_day,
  z.day as last_day,
  f.day_count as window_day_count,
  f.covered_count as covered_day_count,
  f.record_count,
  f.loaded * f.person_count as person_count,
  f.list_count as snapshot_count,
  f.loaded * f.uncounted as uncounted_record_count,
  f.loaded * f.by_programs as not_person_record_count,
  f.loaded * f.unmatched as unmatched_person_count
from facts f
left join days a on a.day_number = f.first_number
left join days z on z.day_number = f.last_number
order by f.place
