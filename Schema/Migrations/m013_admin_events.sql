create table admin_events (
  -- One row per administrative audit record: Copilot Studio authoring, agent and Copilot administration. Key: record_id.
  id integer primary key, -- surrogate key
  record_id any not null unique, -- audit record id: 16 bytes for a GUID, else lower-case text
  occurred_at integer not null, -- creation time, floored to seconds [unix seconds UTC]
  day_number integer not null references days (day_number), -- UTC day of occurred_at [day number]
  account_id integer not null references accounts (id), -- who acted, as received
  user_id integer not null references users (id), -- who acted, as resolved
  record_profile_id integer not null references record_profiles (id), -- the envelope
  operation text not null, -- operation without the prefix BotUpdateOperation-
  area text not null, -- agent, component, component_collection, ai_plugin, environment_variable or other
  is_authoring integer not null check (is_authoring in (0, 1)), -- 1: one of the Copilot Studio authoring operations
  agent_id integer references agents (id), -- the agent; NULL when the record names none
  agent_schema_name text, -- schema name of the agent as received
  object_id text, -- component, plug-in or variable: its id
  object_name text, -- component, plug-in or variable: its name
  component_type text, -- component type as received
  environment_id text, -- Power Platform environment
  client_address_id integer references client_addresses (id), -- NULL when missing
  import_id integer not null references imports (id), -- the load that brought the kept copy
  leaf_count integer not null, -- non-empty values of the record; the copy with more is kept [values]
  content_hash integer not null, -- hash of these values; decides between copies of equal leaf_count
  extra text -- fields of the record that no column holds, as JSON with their original keys
) strict;

create index admin_events_by_day on admin_events (day_number, user_id);
create index admin_events_by_agent on admin_events (agent_id) where agent_id is not null;

create table admin_event_changes (
  -- What an event changed: one row per change detail. Key: (admin_event_id, ordinal).
  admin_event_id integer not null references admin_events (id) on delete cascade, -- the event
  ordinal integer not null, -- from 1
  property_name text, -- what was changed
  old_value text, -- before; NULL when absent
  new_value text, -- after; NULL when absent
  extra text, -- what no column holds, as JSON
  primary key (admin_event_id, ordinal)
) strict, without rowid;

create table admin_event_properties (
  -- Name and value pairs that came with an event. Key: (admin_event_id, ordinal).
  admin_event_id integer not null references admin_events (id) on delete cascade, -- the event
  ordinal integer not null, -- from 1
  name text not null, -- name as received
  value text, -- value as received
  primary key (admin_event_id, ordinal)
) strict, without rowid;
