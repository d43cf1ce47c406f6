create view audit_calendar as
-- Every calendar day, and whether the audit data of that day are known. Key: day_number; day.
select
  d.day_number as day_number, -- the day [day number]
  d.day as day, -- the day, UTC [YYYY-MM-DD]
  d.week_start as week_start, -- Monday of its week [YYYY-MM-DD]
  d.month as month, -- its month [YYYY-MM]
  d.weekday as weekday, -- 1 Monday to 7 Sunday
  case when c.day_number is null then 0 else 1 end as is_covered -- 1: audit interactions of the day are known, even if there are none
from days d
left join covered_days c on c.source = 'audit_interactions' and c.day_number = d.day_number
