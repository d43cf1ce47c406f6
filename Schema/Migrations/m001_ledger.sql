create table imports (
  -- The ledger: one row per load of one file. Key: id. Every fact names the load that brought it.
  id integer primary key, -- surrogate key
  file_name text not null, -- last part of the path as given; '-' is standard input
  file_sha256 blob, -- SHA-256 of all bytes of the file; NULL until they were all read
  byte_count integer, -- size of the file; NULL while unknown [bytes]
  format text not null, -- format identifier, e.g. purview-audit-csv
  options text not null default '', -- what the caller declared and what changes the outcome, as name=value pairs
  state text not null check (state in ('running', 'completed', 'cancelled', 'failed')), -- running: interrupted, a later load of the same file resumes it
  failure text, -- why and where the load failed; NULL unless state is failed
  started_at integer not null, -- when the load began [unix seconds UTC]
  finished_at integer, -- when it ended; NULL while running [unix seconds UTC]
  read_count integer not null default 0, -- source records met [records]
  added_count integer not null default 0, -- stored for the first time [records]
  updated_count integer not null default 0, -- replaced a poorer copy [records]
  duplicate_count integer not null default 0, -- known already, nothing changed [records]
  rejected_count integer not null default 0, -- kept in rejected_rows [records]
  out_of_scope_count integer not null default 0, -- have nothing to do with Copilot, AI apps or agents [records]
  resume_position integer not null default 0, -- bytes of the text that are committed [bytes]
  resume_state text, -- where the reader stood at resume_position; NULL when there is nothing to resume
  prefix_sha256 blob, -- SHA-256 of the bytes before resume_position
  first_day integer, -- first day of the records that count as this file's days; NULL without any [day number]
  last_day integer, -- last such day [day number]
  tool_version text not null, -- version of the program that loaded the file
  check (read_count = added_count + updated_count + duplicate_count + rejected_count + out_of_scope_count)
) strict;

create index imports_by_file on imports (file_sha256);

create table import_notes (
  -- What a load met besides its records, and out-of-scope records by operation. Key: (import_id, code, detail).
  import_id integer not null references imports (id) on delete cascade, -- the load
  code text not null, -- kind of note, e.g. blank_line, repeated_header, out_of_scope
  detail text not null default '', -- what tells one kind from another, e.g. the operation
  note_count integer not null, -- how often it was met [times]
  primary key (import_id, code, detail)
) strict, without rowid;

create table rejected_rows (
  -- Source records that could not be read. Key: (import_id, position), and (file_sha256, position) once the file is known.
  import_id integer not null references imports (id) on delete cascade, -- the load that met it first
  position integer not null, -- ordinal of the record in its file, from 1
  file_sha256 blob, -- SHA-256 of the file; NULL until it was read to its end
  line_number integer, -- line on which the record begins, from 1; NULL where the format has no lines
  byte_offset integer, -- where the record begins in the text [bytes]
  code text not null, -- machine-readable reason
  reason text not null, -- what was seen, what was expected
  raw_text text not null, -- the record as it came
  primary key (import_id, position)
) strict, without rowid;

create unique index rejected_rows_by_file on rejected_rows (file_sha256, position) where file_sha256 is not null;
