-- Nothing was ever written to the tables of this name that came before.
drop table admin_event_properties;
drop table admin_event_changes;
drop table admin_events;

create table admin_events (
  -- One row per administrative audit record: Copilot Studio authoring, agent and Copilot administration. Key: record_id.
  id integer primary key, -- surrogate key
  record_id any not null unique, -- audit record id: 16 bytes for a GUID, else lower-case text
  occurred_at integer not null, -- creation time, floored to seconds [unix seconds UTC]
  day_number integer not null references days (day_number), -- UTC day of occurred_at [day number]
  account_id integer not null references accounts (id), -- who acted, as received
  user_id integer not null references users (id), -- who acted, as resolved
  record_profile_id integer not null references record_profiles (id), -- the envelope, with the operation as received
  operation text not null, -- operation without the prefix BotUpdateOperation-
  area text not null, -- agent, component, component_collection, ai_plugin, environment_variable or other
  is_authoring integer not null check (is_authoring in (0, 1)), -- 1: one of the Copilot Studio authoring operations
  agent_id integer references agents (id), -- the agent: the one that the record names, else the one to which other events tie agent_schema_name; NULL without both
  has_own_agent integer not null check (has_own_agent in (0, 1)), -- 1: the record itself names agent_id
  agent_reference_id integer references agent_references (id), -- how the record speaks of the agent: its id and name as received; NULL when it tells neither
  agent_schema_name text, -- schema name of the agent as received; NULL when missing
  object_id text, -- component, plug-in or variable: its id; no authoring: ObjectId
  object_name text, -- component, plug-in or variable: its name
  component_type text, -- component type as received
  environment_id text, -- Power Platform environment; NULL when missing
  client_address_id integer references client_addresses (id), -- NULL when missing
  import_id integer not null references imports (id), -- the load that brought the kept copy
  leaf_count integer not null, -- non-empty values of the record; the copy with more is kept [values]
  content_hash integer not null, -- hash of these values, in any order of keys; decides between copies of equal leaf_count
  extra text, -- fields of the record that no column holds, as JSON with their original keys
  check (has_own_agent = 0 or agent_id is not null)
) strict;

create index admin_events_by_day on admin_events (day_number, user_id);
create index admin_events_by_account on admin_events (account_id, occurred_at);
create index admin_events_by_agent on admin_events (agent_id) where agent_id is not null;
create index admin_events_by_schema_name
  on admin_events (lower(agent_schema_name), has_own_agent, occurred_at, lower(environment_id), agent_id)
  where agent_schema_name is not null;

create table admin_event_changes (
  -- What an event changed: one row per change detail. Key: (admin_event_id, ordinal).
  admin_event_id integer not null references admin_events (id) on delete cascade, -- the event
  ordinal integer not null, -- from 1
  source text not null, -- part of the record that told it: BotUpdateDetails, BotComponentUpdateDetails, PropertyCollection, ModifiedProperties, record
  property_name text, -- what was changed; NULL when absent
  old_value text, -- before; empty text stays empty, a value that is not text is JSON; NULL when absent
  new_value text, -- after; empty text stays empty, a value that is not text is JSON; NULL when absent
  extra text, -- what no column holds, as JSON
  primary key (admin_event_id, ordinal)
) strict, without rowid;

create table admin_event_properties (
  -- Name and value pairs that came with an event. Key: (admin_event_id, ordinal).
  admin_event_id integer not null references admin_events (id) on delete cascade, -- the event
  ordinal integer not null, -- from 1
  source text not null, -- part of the record that held it: PropertyCollection, JsonPropertiesCollection, ExtendedProperties
  name text not null, -- name as received
  value text, -- value as received; empty text stays empty, a value that is not text is JSON; NULL when absent
  extra text, -- what name and value do not hold, as JSON: further members of the pair, the value when it is not text
  primary key (admin_event_id, ordinal)
) strict, without rowid;

-- When and how often a reference was used, read from the index alone.
create index interactions_by_agent_reference on interactions (agent_reference_id, occurred_at)
  where agent_reference_id is not null;
