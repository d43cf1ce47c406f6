create table apps (
  -- Products as questions name them: Word, Teams, Copilot Chat, Agents, ... Key: name.
  id integer primary key, -- surrogate key
  name text not null unique -- product; '(none)' when a record names no app host
) strict;

create table app_hosts (
  -- Where an interaction took place, exactly as records spell it. Key: app_host. Spellings that differ in case share folded_name and name.
  id integer primary key, -- surrogate key
  app_host text not null unique, -- AppHost as received; '' when missing
  folded_name text not null, -- lower case
  name text not null, -- spelling for results: the documented one, else the smallest received; '(none)' when missing
  is_documented integer not null check (is_documented in (0, 1)), -- 1: Microsoft documents this app host
  is_user_action integer not null check (is_user_action in (0, 1)) -- 0: test pane, autonomous runs and flows, which are no adoption
) strict;

create index app_hosts_by_folded_name on app_hosts (folded_name);

create table agents (
  -- Agents by canonical id. Key: agent_key.
  id integer primary key, -- surrogate key
  agent_key text not null unique -- agent id without platform and title prefixes, lower case; AppIdentity where a record has only a name
) strict;

create table agent_references (
  -- How records speak of an agent: each distinct combination. Key: fingerprint.
  id integer primary key, -- surrogate key
  fingerprint blob not null unique, -- first 16 bytes of the SHA-256 of the values received
  agent_id integer references agents (id), -- the agent; NULL when the values identify none
  raw_agent_id text, -- AgentId as received
  agent_name text, -- AgentName as received
  agent_version text, -- AgentVersion as received
  agent_platform text, -- AgentPlatform as received
  blueprint_id text, -- AgentBlueprintId as received
  target_agent_name text, -- TargetAgentName as received
  target_platform_agent_id text, -- TargetPlatformAgentId as received
  platform_agent_type text -- PlatformAgentType as received
) strict;

create index agent_references_by_agent on agent_references (agent_id);

create table record_profiles (
  -- The envelope values that many records share: each distinct combination. Key: fingerprint.
  id integer primary key, -- surrogate key
  fingerprint blob not null unique, -- first 16 bytes of the SHA-256 of the values received
  tenant_id integer references tenants (id), -- organization; NULL when missing
  record_type integer, -- RecordType number; NULL when missing
  operation text, -- Operation
  workload text, -- Workload
  schema_version integer, -- Version
  log_version text, -- CopilotLogVersion
  result_status text, -- ResultStatus as received
  scope text, -- Scope as received
  client_region text, -- ClientRegion as received
  app_identity text, -- AppIdentity when it is text
  application_name text, -- ApplicationName
  license_type text -- LicenseType
) strict;

create table sensitivity_labels (
  -- Sensitivity labels met on resources and interactions. Key: label_guid.
  id integer primary key, -- surrogate key
  label_guid text not null unique, -- label id, lower case
  name text -- name; NULL when unknown
) strict;

create table threads (
  -- Conversations as ThreadId names them. Key: fingerprint of thread_id.
  id integer primary key, -- surrogate key
  fingerprint blob not null unique, -- first 16 bytes of the SHA-256 of thread_id
  thread_id text not null -- ThreadId as received
) strict;

create table client_addresses (
  -- Network addresses of clients. Key: client_ip.
  id integer primary key, -- surrogate key
  client_ip text not null unique -- ClientIP as received
) strict;
