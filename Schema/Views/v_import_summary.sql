create view import_summary as
-- The ledger of loads in readable form: read = added + updated + duplicates + rejected + out of scope. Key: import_id.
select
  i.id as import_id, -- imports.id
  i.file_name as file_name, -- '-' is standard input
  lower(hex(i.file_sha256)) as file_sha256, -- SHA-256 of the file, hexadecimal; NULL until it was read to its end
  i.byte_count as byte_count, -- [bytes]
  i.format as format, -- format identifier
  i.state as state, -- running, completed, cancelled or failed
  i.failure as failure, -- why and where it failed
  strftime('%Y-%m-%dT%H:%M:%SZ', i.started_at, 'unixepoch') as started_at, -- [ISO 8601 UTC]
  strftime('%Y-%m-%dT%H:%M:%SZ', i.finished_at, 'unixepoch') as finished_at, -- NULL while running [ISO 8601 UTC]
  i.read_count as read_count, -- source records met [records]
  i.added_count as added_count, -- [records]
  i.updated_count as updated_count, -- [records]
  i.duplicate_count as duplicate_count, -- [records]
  i.rejected_count as rejected_count, -- [records]
  i.out_of_scope_count as out_of_scope_count, -- [records]
  date(i.first_day * 86400, 'unixepoch') as first_day, -- first day of its records [YYYY-MM-DD]
  date(i.last_day * 86400, 'unixepoch') as last_day, -- last day of its records [YYYY-MM-DD]
  i.tool_version as tool_version -- version of the program that loaded it
from imports i
