create table activity_sets (
  -- The classes of interaction records that questions tell apart. Key: id.
  id integer primary key, -- sum of the four flags below: 1, 2, 4, 8
  is_adoption integer not null check (is_adoption in (0, 1)), -- 1: record type 261, counted, by a person, a user action
  is_counted integer not null check (is_counted in (0, 1)), -- 1: the record that counts for its turn
  is_by_person integer not null check (is_by_person in (0, 1)), -- 1: by a human being
  is_copilot_interaction integer not null check (is_copilot_interaction in (0, 1)) -- 1: record type 261
) strict;

insert into activity_sets (id, is_adoption, is_counted, is_by_person, is_copilot_interaction) values
  (0, 0, 0, 0, 0), (2, 0, 1, 0, 0), (4, 0, 0, 1, 0), (6, 0, 1, 1, 0),
  (8, 0, 0, 0, 1), (10, 0, 1, 0, 1), (12, 0, 0, 1, 1), (14, 0, 1, 1, 1), (15, 1, 1, 1, 1);

create table daily_activity (
  -- Interactions summed. Key: all columns that are no counts. Recomputed for each (user, day) that a load touches.
  day_number integer not null references days (day_number), -- UTC day [day number]
  user_id integer not null references users (id), -- who acted, as resolved
  activity_set_id integer not null references activity_sets (id), -- what kind of records
  app_id integer not null references apps (id), -- product
  app_host_id integer not null references app_hosts (id), -- app host
  agent_id integer not null, -- agents.id; 0 = no agent
  interaction_count integer not null, -- records [interactions]
  prompt_count integer not null, -- [messages]
  response_count integer not null, -- [messages]
  primary key (day_number, user_id, activity_set_id, app_id, app_host_id, agent_id)
) strict, without rowid;

create table daily_conversations (
  -- Adoption interactions (activity set 15) by conversation. Key: (day_number, user_id, app_id, conversation_key).
  day_number integer not null references days (day_number), -- UTC day [day number]
  user_id integer not null references users (id), -- who took part
  app_id integer not null references apps (id), -- product
  conversation_key integer not null, -- threads.id; an interaction without thread is its own conversation: minus its id
  interaction_count integer not null, -- [interactions]
  prompt_count integer not null, -- [messages]
  primary key (day_number, user_id, app_id, conversation_key)
) strict, without rowid;
