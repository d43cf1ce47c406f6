drop table hourly_activity;

create table hourly_activity (
  -- Adoption interactions (activity set 15) by hour. Key: (user_id, day_number, hour). Recomputed for each (user, day) that a load touches. By person first, so that sums by person need no sorting.
  user_id integer not null references users (id), -- who acted, as resolved
  day_number integer not null references days (day_number), -- UTC day [day number]
  hour integer not null check (hour between 0 and 23), -- hour of the day, UTC
  interaction_count integer not null, -- [interactions]
  prompt_count integer not null, -- [messages]
  primary key (user_id, day_number, hour)
) strict, without rowid;

insert into hourly_activity
select i.user_id, i.day_number, (i.occurred_at - 86400 * i.day_number) / 3600, count(*), sum(i.prompt_count)
from interactions i
join app_hosts h on h.id = i.app_host_id
where i.record_type = 261 and i.is_counted = 1 and i.is_by_person = 1 and h.is_user_action = 1
group by 1, 2, 3;
