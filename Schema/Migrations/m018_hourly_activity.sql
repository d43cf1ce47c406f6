create table hourly_activity (
  -- Adoption interactions (activity set 15) by hour. Key: (day_number, hour, user_id). Recomputed for each (user, day) that a load touches.
  day_number integer not null references days (day_number), -- UTC day [day number]
  hour integer not null check (hour between 0 and 23), -- hour of the day, UTC
  user_id integer not null references users (id), -- who acted, as resolved
  interaction_count integer not null, -- [interactions]
  prompt_count integer not null, -- [messages]
  primary key (day_number, hour, user_id)
) strict, without rowid;

insert into hourly_activity (day_number, hour, user_id, interaction_count, prompt_count)
select i.day_number, (i.occurred_at - 86400 * i.day_number) / 3600, i.user_id, count(*), sum(i.prompt_count)
from interactions i
join app_hosts h on h.id = i.app_host_id
where i.record_type = 261 and i.is_counted = 1 and i.is_by_person = 1 and h.is_user_action = 1
group by 1, 2, 3;
