create view default_window as
-- The days that questions speak of when nobody names any. One row. With audit data: first to last known day; else oldest to newest day of anything loaded; an empty warehouse: 2019-01-01.
select
  f.day as from_day, -- first day of the window [YYYY-MM-DD]
  coalesce(n.day, l.day) as to_day, -- day after the window [YYYY-MM-DD]
  l.day as as_of_day -- last day of the window: stands for today [YYYY-MM-DD]
from (
  select
    coalesce(min(c.day_number), o.first_number, 17897) as first_number,
    coalesce(max(c.day_number), o.last_number, 17897) as last_number
  from (
    select min(first_number) as first_number, max(last_number) as last_number
    from (
      select min(first_day_number) as first_number, max(last_day_number) as last_number
      from loaded_lists
      union all
      select (select min(day_number) from daily_activity), (select max(day_number) from daily_activity)
      union all
      select (select min(day_number) from admin_events), (select max(day_number) from admin_events)
      union all
      select min(day_number), max(day_number) from covered_days
    )
  ) o
  left join covered_days c on c.source = 'audit_interactions'
) b
join days f on f.day_number = b.first_number
join days l on l.day_number = b.last_number
left join days n on n.day_number = b.last_number + 1
