create view data_dictionary as
-- What every table, view and column means. Key: (table_name, column_name); column_name NULL describes the table.
select
  c.table_name as table_name, -- table or view
  nullif(c.column_name, '') as column_name, -- column; NULL for the table itself
  c.ordinal as ordinal, -- 0 for the table, then columns from 1
  nullif(c.type, '') as type, -- declared type; NULL for computed columns
  c.unit as unit, -- NULL where there is none
  c.meaning as meaning -- what it says
from documented_columns c
