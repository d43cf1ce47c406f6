create table messages (
  -- One row per element of Messages. Key: (interaction_id, ordinal). Never the text of a message.
  interaction_id integer not null references interactions (id) on delete cascade, -- the interaction
  ordinal integer not null, -- place in the array, from 0
  message_id any, -- Id: an integer for plain digits, 16 bytes for a lower-case GUID, else text; NULL when missing
  is_prompt integer check (is_prompt in (0, 1)), -- 1 prompt, 0 response, NULL unknown
  is_jailbreak_detected integer check (is_jailbreak_detected in (0, 1)), -- NULL = not told
  size integer, -- Size as received; NULL when missing
  extra text, -- fields that no column holds, as JSON
  primary key (interaction_id, ordinal)
) strict, without rowid;

create table context_targets (
  -- What an interaction can be about: each distinct (Id, Type, ContainerId). Key: fingerprint.
  id integer primary key, -- surrogate key
  fingerprint blob not null unique, -- first 16 bytes of the SHA-256 of the values received
  target_id text, -- Id: file address, chat or meeting id
  type text, -- Type: docx, TeamsMeeting, TeamsChat, ...
  container_id text -- ContainerId
) strict;

create table contexts (
  -- One row per element of Contexts. Key: (interaction_id, ordinal).
  interaction_id integer not null references interactions (id) on delete cascade, -- the interaction
  ordinal integer not null, -- place in the array, from 0
  context_target_id integer references context_targets (id), -- what it was about; NULL for an empty element
  extra text, -- fields that no column holds, as JSON
  primary key (interaction_id, ordinal)
) strict, without rowid;

create table plugins (
  -- System plug-ins: each distinct (Id, Name, Version). Key: fingerprint.
  id integer primary key, -- surrogate key
  fingerprint blob not null unique, -- first 16 bytes of the SHA-256 of the values received
  plugin_id text, -- Id, e.g. BingWebSearch = public web was used
  name text, -- Name
  version text -- Version
) strict;

create table interaction_plugins (
  -- One row per element of AISystemPlugin. Key: (interaction_id, ordinal).
  interaction_id integer not null references interactions (id) on delete cascade, -- the interaction
  ordinal integer not null, -- place in the array, from 0
  plugin_id integer references plugins (id), -- the plug-in; NULL for an empty element
  extra text, -- fields that no column holds, as JSON
  primary key (interaction_id, ordinal)
) strict, without rowid;

create table models (
  -- Language models: each distinct (ModelProviderName, ModelName, ModelVersion). Key: fingerprint.
  id integer primary key, -- surrogate key
  fingerprint blob not null unique, -- first 16 bytes of the SHA-256 of the values received
  provider_name text, -- ModelProviderName
  model_name text, -- ModelName
  model_version text -- ModelVersion
) strict;

create table interaction_models (
  -- One row per element of ModelTransparencyDetails. Key: (interaction_id, ordinal).
  interaction_id integer not null references interactions (id) on delete cascade, -- the interaction
  ordinal integer not null, -- place in the array, from 0
  model_id integer references models (id), -- the model; NULL for an empty element
  extra text, -- fields that no column holds, as JSON
  primary key (interaction_id, ordinal)
) strict, without rowid;
