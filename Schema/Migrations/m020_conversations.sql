create index interactions_by_thread on interactions (thread_id) where thread_id is not null;

-- What records call agents, without a look at records without one.
create index interactions_by_agent
on interactions (agent_id, agent_reference_id, record_profile_id, day_number, occurred_at)
where agent_id is not null and record_type = 261 and is_counted = 1;

drop table daily_activity;
drop table daily_conversations;

create table daily_activity (
  -- Interactions summed. Key: all columns that are no counts. Recomputed for each (user, day) that a load touches. Conversations of any window and grouping = sum of conversation_count + distinct thread_id of shared_conversations.
  day_number integer not null references days (day_number), -- UTC day [day number]
  user_id integer not null references users (id), -- who acted, as resolved
  activity_set_id integer not null references activity_sets (id), -- what kind of records
  app_id integer not null references apps (id), -- product
  app_host_id integer not null references app_hosts (id), -- app host
  agent_id integer not null, -- agents.id; 0 = no agent
  interaction_count integer not null, -- records [interactions]
  prompt_count integer not null, -- [messages]
  response_count integer not null, -- [messages]
  conversation_count integer not null, -- conversations all of whose adoption interactions are in this row [conversations]
  no_prompt_conversation_count integer not null, -- of these, without a prompt [conversations]
  single_prompt_conversation_count integer not null, -- of these, with one prompt [conversations]
  longest_conversation_prompt_count integer not null, -- most prompts of one of these; 0 without any [messages]
  primary key (day_number, user_id, activity_set_id, app_id, app_host_id, agent_id)
) strict, without rowid;

create table shared_conversations (
  -- Conversations whose adoption interactions are in several rows of daily_activity, by row. Key: all columns but prompt_count.
  day_number integer not null references days (day_number), -- UTC day [day number]
  user_id integer not null references users (id), -- who took part
  app_id integer not null references apps (id), -- product
  app_host_id integer not null references app_hosts (id), -- app host
  agent_id integer not null, -- agents.id; 0 = no agent
  thread_id integer not null, -- the conversation: threads.id
  prompt_count integer not null, -- [messages]
  primary key (day_number, user_id, app_id, app_host_id, agent_id, thread_id)
) strict, without rowid;

insert into shared_conversations
select i.day_number, i.user_id, i.app_id, i.app_host_id, coalesce(i.agent_id, 0), i.thread_id, sum(i.prompt_count)
from (
  select j.thread_id
  from interactions j
  join app_hosts g on g.id = j.app_host_id
  where j.thread_id is not null and j.record_type = 261 and j.is_counted = 1 and j.is_by_person = 1
    and g.is_user_action = 1
  group by j.thread_id
  having min(j.day_number) < max(j.day_number) or min(j.user_id) < max(j.user_id) or min(j.app_id) < max(j.app_id)
    or min(j.app_host_id) < max(j.app_host_id) or min(coalesce(j.agent_id, 0)) < max(coalesce(j.agent_id, 0))
) s
join interactions i on i.thread_id = s.thread_id
join app_hosts h on h.id = i.app_host_id
where i.record_type = 261 and i.is_counted = 1 and i.is_by_person = 1 and h.is_user_action = 1
group by 1, 2, 3, 4, 5, 6;

insert into daily_activity
select
  day_number, user_id, activity_set_id, app_id, app_host_id, agent_id, sum(interactions), sum(prompts),
  sum(responses), sum(is_own), sum(case when prompts = 0 then is_own else 0 end),
  sum(case when prompts = 1 then is_own else 0 end), max(is_own * prompts)
from (
  select
    i.day_number, i.user_id,
    2 * i.is_counted + 4 * i.is_by_person + case when i.record_type = 261 then 8 else 0 end
      + case when i.record_type = 261 and i.is_counted = 1 and i.is_by_person = 1 and h.is_user_action = 1
        then 1 else 0 end as activity_set_id,
    i.app_id, i.app_host_id, coalesce(i.agent_id, 0) as agent_id, count(*) as interactions,
    sum(i.prompt_count) as prompts, sum(i.response_count) as responses,
    case when i.record_type = 261 and i.is_counted = 1 and i.is_by_person = 1 and h.is_user_action = 1
      and s.thread_id is null then 1 else 0 end as is_own
  from interactions i
  join app_hosts h on h.id = i.app_host_id
  left join (select distinct thread_id from shared_conversations) s on s.thread_id = i.thread_id
  group by 1, 2, 3, 4, 5, 6, coalesce(i.thread_id, -i.id)
)
group by 1, 2, 3, 4, 5, 6;
