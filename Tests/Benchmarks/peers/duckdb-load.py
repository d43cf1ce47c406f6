"""DuckDB's own way to load a Purview export and both lists: one typed pass over the JSON, then a table per array.

    duckdb-load.py DATABASE FOLDER
"""

import sys

import duckdb

SHAPE = """{"Id": "VARCHAR", "Operation": "VARCHAR", "CreationTime": "VARCHAR", "UserId": "VARCHAR",
  "CopilotEventData": {"AppHost": "VARCHAR", "ThreadId": "VARCHAR",
    "Messages": [{"Id": "VARCHAR", "isPrompt": "BOOLEAN"}],
    "AccessedResources": [{"Id": "VARCHAR", "Name": "VARCHAR", "SiteUrl": "VARCHAR", "Type": "VARCHAR",
      "Action": "VARCHAR"}],
    "Contexts": [{"Id": "VARCHAR", "Type": "VARCHAR"}]}}"""

path, folder = sys.argv[1:]
database = duckdb.connect(path)
database.execute("set threads = 2")
database.execute(
    f"""
    create temp table decoded as
    select row_number() over () as id, from_json(AuditData, '{SHAPE}') as record
    from read_csv('{folder}/Copilot_Activities.csv', all_varchar = true, header = true, quote = '"', escape = '"',
      strict_mode = false, null_padding = true, max_line_size = 20000000, parallel = false)
    where json_valid(AuditData) and json_extract_string(AuditData, '$.Operation') = 'CopilotInteraction'
    """
)
database.execute(
    """
    create table interactions as
    select id, lower(record.Id) as record_id, cast(record.CreationTime as timestamp) as created_at,
      record.UserId as user_id, record.CopilotEventData.AppHost as app_host,
      record.CopilotEventData.ThreadId as thread_id
    from decoded
    qualify row_number() over (partition by lower(record.Id) order by id) = 1
    """
)
TABLES = {
    "messages": ("Messages", "e.Id as message_id, e.isPrompt as is_prompt"),
    "accessed_resources": (
        "AccessedResources",
        "e.Id as resource_id, e.Name as name, e.SiteUrl as site_url, e.Type as type, e.Action as action",
    ),
    "contexts": ("Contexts", "e.Id as context_id, e.Type as type"),
}
for table, (member, columns) in TABLES.items():
    database.execute(
        f"""
        create table {table} as
        select id as interaction_id, {columns}
        from (
          select id, unnest(record.CopilotEventData.{member}) as e
          from decoded semi join interactions using (id))
        """
    )
for table, file in {"licensed_users": "Copilot_Licensed_Users.csv", "directory": "Org_Data.csv"}.items():
    database.execute(f"create table {table} as select * from read_csv('{folder}/{file}', all_varchar = true)")
for table in ["interactions", *TABLES, "licensed_users", "directory"]:
    print(table, database.execute(f"select count(*) from {table}").fetchone()[0])
database.close()
