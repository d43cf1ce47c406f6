create table warehouse_properties (
  -- What holds for the warehouse as a whole. Key: name.
  name text primary key, -- erasure_key: 32 random bytes, under which names of erased people are remembered; pseudonymized_at: unix seconds at which this copy was made
  value any not null -- its value
) strict, without rowid;

create table privacy_actions (
  -- The ledger of erasures and purges, without any name. Key: id.
  id integer primary key, -- surrogate key
  kind text not null check (kind in ('erase', 'purge')), -- erase: a person's identity; purge: what is older than a day
  performed_at integer not null, -- when [unix seconds UTC]
  first_kept_day integer references days (day_number), -- purge: the first day that stays; NULL for an erasure [day number]
  keeps_totals integer check (keeps_totals in (0, 1)), -- purge: 1 = sums of older days stay; NULL for an erasure
  check ((kind = 'purge') = (first_kept_day is not null and keeps_totals is not null))
) strict;

create table privacy_action_counts (
  -- How many rows an erasure or a purge changed or removed. Key: (privacy_action_id, table_name).
  privacy_action_id integer not null references privacy_actions (id) on delete cascade, -- the erasure or purge
  table_name text not null, -- table
  row_count integer not null, -- rows changed or removed [rows]
  primary key (privacy_action_id, table_name)
) strict, without rowid;

create table erased_identifiers (
  -- Names and ids of erased people, so that no file brings them back. Key: identifier_hash.
  identifier_hash blob primary key, -- first 16 bytes of the HMAC-SHA256 of the name or id in lower case, with the erasure_key
  kind text not null check (kind in ('object_id', 'name', 'text')), -- object_id, name: tells whom a row speaks of; text: only met within texts
  privacy_action_id integer not null references privacy_actions (id) -- the erasure
) strict, without rowid;
