create table licenses (
  -- Products that can be assigned. Key: sku.
  id integer primary key, -- surrogate key
  sku text not null unique, -- Microsoft_365_Copilot, or the SKU GUID of any other product
  name text not null, -- name for people
  is_copilot integer not null check (is_copilot in (0, 1)) -- 1: counts as a Copilot licence
) strict;

insert into licenses (id, sku, name, is_copilot) values (1, 'Microsoft_365_Copilot', 'Microsoft 365 Copilot', 1);

create table departments (
  -- Departments as directories spell them, trimmed, case kept. Key: name.
  id integer primary key, -- surrogate key
  name text not null unique -- trimmed text; '' = in the directory without a department
) strict;

create table license_assignments (
  -- Who held which licence when, derived from the lists. Key: (user_id, license_id, valid_from). Spans never overlap.
  id integer primary key, -- surrogate key
  user_id integer not null references users (id), -- the holder
  license_id integer not null references licenses (id), -- the licence
  valid_from integer, -- first day; NULL = before anything that is known [day number]
  valid_to integer, -- first day no longer held; NULL = still held [day number]
  is_start_assumed integer not null check (is_start_assumed in (0, 1)), -- 1: the oldest list shows it already, so the true start is unknown
  known_since integer not null, -- first day on which a list shows it, or the assigned day where a list tells one [day number]
  check (valid_from is null or valid_to is null or valid_from < valid_to),
  check ((valid_from is null) = is_start_assumed)
) strict;

create unique index license_assignments_by_key on license_assignments (user_id, license_id, coalesce(valid_from, -1));

create table directory_periods (
  -- One row while a person's place in the directory stays the same, derived from the directory lists. Key: (user_id, valid_from). No row = not in the directory.
  id integer primary key, -- surrogate key
  user_id integer not null references users (id), -- the person
  valid_from integer, -- first day; NULL = before anything that is known [day number]
  valid_to integer, -- first day no longer so; NULL = still so [day number]
  department_id integer references departments (id), -- NULL while no list tells departments
  manager_user_id integer references users (id), -- NULL = no manager, or not told
  job_title text, -- NULL = none, or not told
  is_account_enabled integer check (is_account_enabled in (0, 1)), -- NULL = not told
  user_type text, -- Member or Guest; NULL = not told
  check (valid_from is null or valid_to is null or valid_from < valid_to)
) strict;

create unique index directory_periods_by_key on directory_periods (user_id, coalesce(valid_from, -1));
create index directory_periods_by_manager on directory_periods (manager_user_id) where manager_user_id is not null;

create table license_exclusions (
  -- People who must keep their licence. Key: user_id.
  user_id integer primary key references users (id), -- the person
  reason text not null, -- why
  review_day integer, -- from this day on the exclusion no longer holds; NULL = until removed [day number]
  excluded_at integer not null -- when it was entered [unix seconds UTC]
) strict;

create table purchased_seats (
  -- Seats bought, per list of subscriptions. Key: (snapshot_id, license_id).
  snapshot_id integer not null references snapshots (id) on delete cascade, -- the list
  license_id integer not null references licenses (id), -- the licence
  enabled_count integer not null, -- seats that can be assigned [seats]
  consumed_count integer, -- seats that Microsoft counts as assigned; NULL when not told [seats]
  extra text, -- what no column holds, as JSON
  primary key (snapshot_id, license_id)
) strict, without rowid;
