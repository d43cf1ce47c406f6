create table audit_coverages (
  -- The days that an audit file declares, or lets us infer from its records. Key: (import_id, source, first_day, last_day, is_declared).
  import_id integer not null references imports (id) on delete cascade, -- the load
  source text not null check (source in ('audit_interactions', 'audit_other_record_types', 'agent_authoring')), -- kind of records
  first_day integer not null references days (day_number), -- first day covered [day number]
  last_day integer not null references days (day_number), -- last day covered [day number]
  is_declared integer not null check (is_declared in (0, 1)), -- 1: told by the export or the caller; 0: first to last record
  primary key (import_id, source, first_day, last_day, is_declared),
  check (first_day <= last_day)
) strict, without rowid;

create table covered_days (
  -- The days that are known, quiet ones included, derived from audit_coverages. Key: (source, day_number).
  source text not null, -- kind of records
  day_number integer not null references days (day_number), -- the day [day number]
  basis text not null check (basis in ('declared', 'inferred', 'bridged')), -- bridged: a gap of at most 3 days between inferred ranges
  primary key (source, day_number)
) strict, without rowid;
