create table days (
  -- The calendar, 2019-01-01 to 2040-12-31, so that no question needs date functions. Key: day_number, day.
  day_number integer primary key, -- days since 1970-01-01
  day text not null unique, -- YYYY-MM-DD
  week_start text not null, -- Monday of the week, YYYY-MM-DD
  month text not null, -- YYYY-MM
  weekday integer not null check (weekday between 1 and 7) -- 1 Monday to 7 Sunday
) strict;

insert into days (day_number, day, week_start, month, weekday)
with recursive numbers (n) as (
  select 17897
  union all
  select n + 1 from numbers where n < 25932
)
select
  n,
  date(n * 86400, 'unixepoch'),
  date((n - (n + 3) % 7) * 86400, 'unixepoch'),
  strftime('%Y-%m', n * 86400, 'unixepoch'),
  (n + 3) % 7 + 1
from numbers;
