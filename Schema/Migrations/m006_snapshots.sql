create table snapshots (
  -- One list as it stood on one day: licence holders of one licence, or the directory. Key: (kind, license_id, day_number, import_id).
  id integer primary key, -- surrogate key; of two lists of one day the larger id is the later one
  kind text not null check (kind in ('licenses', 'directory', 'seats', 'agents')), -- what is listed
  license_id integer references licenses (id), -- kind licenses: the licence listed; NULL otherwise
  day_number integer not null references days (day_number), -- the day it speaks of [day number]
  import_id integer not null references imports (id), -- the load that began it
  file_sha256 blob, -- SHA-256 of the file that began it
  is_declared_partial integer not null check (is_declared_partial in (0, 1)), -- 1: absent people are unknown, not gone
  accepts_shrink integer not null check (accepts_shrink in (0, 1)), -- 1: complete although much smaller than the list before
  is_partial integer not null check (is_partial in (0, 1)), -- 1: declared partial, or suspiciously small and not accepted
  has_department integer not null check (has_department in (0, 1)), -- the list has a department column
  has_job_title integer not null check (has_job_title in (0, 1)), -- the list has a job title column
  has_account_enabled integer not null check (has_account_enabled in (0, 1)), -- the list has an account state column
  has_user_type integer not null check (has_user_type in (0, 1)), -- the list has a user type column
  has_manager integer not null check (has_manager in (0, 1)) -- the list has managers
) strict;

create unique index snapshots_by_key on snapshots (kind, coalesce(license_id, 0), day_number, import_id);

create table snapshot_rows (
  -- One person in one list, as received. Key: (snapshot_id, identity).
  snapshot_id integer not null references snapshots (id) on delete cascade, -- the list
  identity text not null, -- object:<id>, upn:<name>: the row's own identity, before it is resolved
  user_id integer not null references users (id), -- the person as resolved
  user_principal_name text, -- trimmed and lower case; NULL when the list has none
  entra_object_id text, -- lower case; NULL when the list has none
  guest_alias text, -- home name rebuilt from name_domain#EXT#@tenant; NULL for others
  is_licensed integer check (is_licensed in (0, 1)), -- kind licenses: what the row says; NULL = not told
  assigned_day integer, -- kind licenses: when it was assigned, if told [day number]
  department_id integer references departments (id), -- NULL when the list has no such column
  manager_identity text, -- identity of the manager as received; NULL when none or not told
  manager_user_id integer references users (id), -- the manager as resolved
  job_title text, -- trimmed; NULL when empty or not told
  is_account_enabled integer check (is_account_enabled in (0, 1)), -- NULL when not told
  user_type text, -- Member or Guest as received; NULL when not told
  attributes text, -- other attributes of display, as JSON
  import_id integer not null references imports (id), -- the load that brought the row
  extra text, -- columns that no field holds, as JSON
  primary key (snapshot_id, identity)
) strict, without rowid;

create index snapshot_rows_by_user on snapshot_rows (user_id, snapshot_id);
create index snapshot_rows_by_manager on snapshot_rows (manager_user_id) where manager_user_id is not null;
create index snapshot_rows_by_upn on snapshot_rows (user_principal_name) where user_principal_name is not null;
create index snapshot_rows_by_object_id on snapshot_rows (entra_object_id) where entra_object_id is not null;
create index snapshot_rows_by_guest_alias on snapshot_rows (guest_alias) where guest_alias is not null;
