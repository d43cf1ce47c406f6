create table resources (
  -- Files, mails, pages and other things that interactions reached: each distinct (ListItemUniqueId, SiteUrl, Id, Name, Type). Key: fingerprint. Several rows may share a resource_key.
  id integer primary key, -- surrogate key
  fingerprint blob not null unique, -- first 16 bytes of the SHA-256 of the five values
  list_item_unique_id text, -- ListItemUniqueId as received
  site_url text, -- SiteUrl as received: the address of the item
  item_id text, -- Id as received
  name text, -- Name as received
  type text, -- Type as received: file extension, WebPage, EmailMessage, ...
  resource_key text, -- first non-empty of ListItemUniqueId, SiteUrl, Id, Name; trimmed, lower case; NULL without any
  site_key text, -- site of an http(s) SiteUrl: scheme, host and two segments below sites, teams or personal; lower case
  site_kind text check (site_kind in ('onedrive', 'sharepoint', 'exchange', 'teams', 'web')) -- NULL without site_key
) strict;

create index resources_by_key on resources (resource_key);

create table access_kinds (
  -- How a resource was reached: each distinct combination. Key: fingerprint.
  id integer primary key, -- surrogate key
  fingerprint blob not null unique, -- first 16 bytes of the SHA-256 of the values received
  action text, -- Action as received: Read, Modify, ...
  status text, -- Status as received
  sensitivity_label_id integer references sensitivity_labels (id), -- label of the resource; NULL without one
  is_cross_prompt_injection_detected integer check (is_cross_prompt_injection_detected in (0, 1)), -- XPIADetected; NULL = not told
  policy_details text, -- PolicyDetails as received, as JSON; NULL when empty
  has_policy_restriction integer not null check (has_policy_restriction in (0, 1)), -- 1: at least one policy or rule took effect
  policy_names text -- distinct names of these policies and rules, sorted, joined with '; '
) strict;

create table accessed_resources (
  -- One row per element of AccessedResources. Key: (interaction_id, ordinal).
  interaction_id integer not null references interactions (id) on delete cascade, -- the interaction
  ordinal integer not null, -- place in the array, from 0
  resource_id integer references resources (id), -- what was reached; NULL when the element names nothing
  access_kind_id integer not null references access_kinds (id), -- how
  extra text, -- fields that no column holds, as JSON
  primary key (interaction_id, ordinal)
) strict, without rowid;
