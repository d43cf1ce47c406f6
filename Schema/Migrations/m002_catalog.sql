create table tenants (
  -- Organizations met in audit records. Key: organization_id.
  id integer primary key, -- surrogate key
  organization_id text not null unique -- organization GUID, lower case
) strict;

create table schema_texts (
  -- The views as they were last created; a differing embedded text recreates them. Key: name.
  name text primary key, -- view
  sql text not null -- its statement
) strict, without rowid;

create table documented_columns (
  -- The comments of the DDL as rows; read them through the view data_dictionary. Key: (table_name, column_name); column_name '' describes the table.
  table_name text not null, -- table or view
  ordinal integer not null, -- 0 for the table, then columns from 1
  column_name text not null, -- column; '' for the table itself
  type text not null, -- declared type; '' for the table itself and for computed columns
  unit text, -- unit; NULL where there is none
  meaning text not null, -- what it says
  primary key (table_name, column_name)
) strict, without rowid;

create table upkeep_marks (
  -- Work that the next load must finish. Key: name.
  name text primary key -- e.g. sweep_lookups
) strict, without rowid;
