-- Nothing was ever written to these tables.
drop table purchased_seats;
drop table agent_inventory_rows;

alter table snapshots add column has_missing_page -- 1: a page of the download is missing, so absent people are unknown
  integer not null default 0 check (has_missing_page in (0, 1));
alter table snapshots add column directory_snapshot_id -- kind licenses: the directory that tells it of all of its people; NULL for others
  integer references snapshots (id);

create index snapshots_by_directory on snapshots (directory_snapshot_id, license_id);

create table snapshot_managers (
  -- One manager in one list, as received; snapshot_rows.manager_identity names it. Key: (snapshot_id, identity).
  snapshot_id integer not null references snapshots (id) on delete cascade, -- the list
  identity text not null, -- object:<id>, upn:<name>: the manager, before being resolved
  user_id integer not null references users (id), -- the person as resolved
  user_principal_name text, -- trimmed, lower case; NULL when not told
  entra_object_id text, -- lower case; NULL when not told
  guest_alias text, -- a guest's home name; NULL for others
  import_id integer not null references imports (id), -- the load that brought it
  primary key (snapshot_id, identity)
) strict, without rowid;

create index snapshot_managers_by_user on snapshot_managers (user_id);
create index snapshot_managers_by_upn on snapshot_managers (user_principal_name) where user_principal_name is not null;
create index snapshot_managers_by_object_id on snapshot_managers (entra_object_id) where entra_object_id is not null;
create index snapshot_managers_by_guest_alias on snapshot_managers (guest_alias) where guest_alias is not null;

create table manager_tree (
  -- Who was above whom when, at any distance, derived from directory_periods. Key: (manager_user_id, user_id, valid_from). Nobody is above oneself.
  id integer primary key, -- surrogate key
  manager_user_id integer not null references users (id), -- the one above
  user_id integer not null references users (id), -- the one below
  valid_from integer, -- first day; NULL = before anything that is known [day number]
  valid_to integer, -- first day no longer so; NULL = still so [day number]
  depth integer not null check (depth between 1 and 99), -- 1 = direct manager; more than 99 are left out [links]
  check (manager_user_id <> user_id),
  check (valid_from is null or valid_to is null or valid_from < valid_to)
) strict;

create unique index manager_tree_by_key on manager_tree (manager_user_id, user_id, coalesce(valid_from, -1));
create index manager_tree_by_user on manager_tree (user_id, depth);

create table purchased_seats (
  -- Seats bought, per list of subscriptions. Key: (snapshot_id, license_id).
  snapshot_id integer not null references snapshots (id) on delete cascade, -- the list
  license_id integer not null references licenses (id), -- the product, also one that is no Copilot licence
  enabled_count integer, -- seats that can be assigned; NULL when not told [seats]
  consumed_count integer, -- seats that Microsoft counts as assigned; NULL when not told [seats]
  suspended_count integer, -- seats of lapsed subscriptions; NULL when not told [seats]
  warning_count integer, -- seats in the grace period; NULL when not told [seats]
  import_id integer not null references imports (id), -- the load that brought the row
  extra text, -- what no column holds, as JSON
  primary key (snapshot_id, license_id)
) strict, without rowid;

create table agent_inventory_rows (
  -- One agent in one list of agents. Key: (snapshot_id, title_id).
  snapshot_id integer not null references snapshots (id) on delete cascade, -- the list
  title_id text not null, -- Title ID as received
  agent_id integer references agents (id), -- the agent that records know by it, of several the one with the smallest key; NULL when none
  name text, -- Name
  created_day integer, -- Date created [day number]
  updated_day integer, -- Last updated [day number]
  created_by text, -- Created by
  created_in text, -- Created in
  attributes text, -- the other columns, as JSON
  import_id integer not null references imports (id), -- the load that brought the row
  primary key (snapshot_id, title_id)
) strict, without rowid;
