-- A record is looked up by day and id: records come roughly in the order of time, so that a load touches the newest pages
-- of the index alone, however long the history is. Nothing enforces references while the table is made anew.
create temp table kept_interactions as select * from interactions;

drop table interactions;

create table interactions (
  -- One row per audit record of an interaction with Copilot, an AI app or an agent. Key: (day_number, record_id); a record has one creation time. All record types are here; questions count record type 261.
  id integer primary key, -- surrogate key
  record_id any not null, -- audit record id: 16 bytes for a GUID, else lower-case text
  occurred_at integer not null, -- creation time, floored to seconds [unix seconds UTC]
  day_number integer not null references days (day_number), -- UTC day of occurred_at [day number]
  record_type integer, -- 261 CopilotInteraction, 284, 328, 334, ...; NULL when missing
  account_id integer not null references accounts (id), -- who acted, as received
  user_id integer not null references users (id), -- who acted, as resolved
  app_host_id integer not null references app_hosts (id), -- where, as received
  app_id integer not null references apps (id), -- the product, from app host, contexts and agent
  agent_id integer references agents (id), -- the agent; NULL without one
  agent_reference_id integer references agent_references (id), -- how the record speaks of the agent; NULL when it does not
  record_profile_id integer not null references record_profiles (id), -- the envelope
  thread_id integer references threads (id), -- conversation; NULL when ThreadId is missing or empty
  conversation_id any, -- ConversationId: 16 bytes for a GUID, else lower-case text; NULL when missing
  client_address_id integer references client_addresses (id), -- NULL when missing
  sensitivity_label_id integer references sensitivity_labels (id), -- label of the whole interaction; NULL without one
  message_count integer not null, -- elements of Messages [messages]
  prompt_count integer not null, -- messages that are prompts [messages]
  response_count integer not null, -- messages that are responses [messages]
  resource_count integer not null, -- elements of AccessedResources [accesses]
  is_by_person integer not null check (is_by_person in (0, 1)), -- 1: by a human being
  is_counted integer not null check (is_counted in (0, 1)), -- 0: another record tells the same turn
  turn_id integer references interactions (id), -- the interaction that counts for this turn; NULL = this one
  import_id integer not null references imports (id), -- the load that brought the kept copy
  leaf_count integer not null, -- non-empty values of the record; the copy with more is kept [values]
  content_hash integer not null, -- hash of these values, in any order of keys; decides between copies of equal leaf_count
  extra text, -- fields of the record that no column holds, as JSON with their original keys
  check ((is_counted = 1) = (turn_id is null))
) strict;

insert into interactions select * from kept_interactions;

drop table kept_interactions;

create unique index interactions_by_record on interactions (day_number, record_id);
create index interactions_by_day on interactions (day_number, user_id);
create index interactions_by_conversation on interactions (conversation_id) where conversation_id is not null;
create index interactions_by_turn on interactions (turn_id) where turn_id is not null;
create index interactions_by_thread on interactions (thread_id) where thread_id is not null;
create index interactions_by_agent
on interactions (agent_id, agent_reference_id, record_profile_id, day_number, occurred_at)
where agent_id is not null and record_type = 261 and is_counted = 1;
