-- rule: Covered days are those of the files, and gaps of at most 3 days between inferred ranges.
-- remedy: Rebuild what is derived: copilot-usage rebuild.
with ends as (
  select
    source, first_day, last_day,
    max(last_day) over (
      partition by source order by first_day, last_day
      rows between unbounded preceding and 1 preceding
    ) as end_before
  from audit_coverages
  where is_declared = 0
),
ranges as (
  select source, first_day, last_day from audit_coverages
  union
  select source, end_before + 1, first_day - 1
  from ends
  where first_day - end_before between 2 and 4
    and not exists (
      select 1 from privacy_actions p where p.first_kept_day > end_before and p.first_kept_day <= first_day)
),
expected as (
  select distinct r.source, d.day_number
  from ranges r
  join days d on d.day_number between r.first_day and r.last_day
),
missing as (select * from expected except select source, day_number from covered_days),
surplus as (select source, day_number from covered_days except select * from expected)
select source || ' day ' || day_number as object, 'not recorded as covered' as detail from missing
union all
select source || ' day ' || day_number, 'recorded as covered without a file' from surplus
