"""Polars' own way to load a Purview export and both lists: one typed pass over the JSON, then a Parquet file per array.

    polars-load.py FOLDER_OF_RESULTS FOLDER
"""

import pathlib
import sys

import polars as pl

SHAPE = pl.Struct(
    {
        "Id": pl.String,
        "Operation": pl.String,
        "CreationTime": pl.String,
        "UserId": pl.String,
        "CopilotEventData": pl.Struct(
            {
                "AppHost": pl.String,
                "ThreadId": pl.String,
                "Messages": pl.List(pl.Struct({"Id": pl.String, "isPrompt": pl.String})),
                "AccessedResources": pl.List(
                    pl.Struct({name: pl.String for name in ["Id", "Name", "SiteUrl", "Type", "Action"]})
                ),
                "Contexts": pl.List(pl.Struct({"Id": pl.String, "Type": pl.String})),
            }
        ),
    }
)

results, folder = map(pathlib.Path, sys.argv[1:])
results.mkdir(exist_ok=True)
raw = pl.read_csv(
    folder / "Copilot_Activities.csv", infer_schema=False, truncate_ragged_lines=True, columns=["Operation", "AuditData"]
)
# A broken record would fail the whole column: only what ends like an object is decoded.
whole = raw.filter((pl.col("Operation") == "CopilotInteraction") & pl.col("AuditData").str.ends_with("}}"))
decoded = whole.select(pl.col("AuditData").str.json_decode(SHAPE).alias("record")).unnest("record")
decoded = decoded.with_columns(pl.col("Id").str.to_lowercase()).unique("Id", keep="first", maintain_order=True)
decoded = decoded.with_row_index("interaction_id").unnest("CopilotEventData")
arrays = {"messages": "Messages", "accessed_resources": "AccessedResources", "contexts": "Contexts"}
tables = {"interactions": decoded.drop(list(arrays.values()))}
for table, member in arrays.items():
    rows = decoded.select("interaction_id", pl.col(member).alias("e")).explode("e").drop_nulls("e")
    tables[table] = rows.unnest("e")
tables["licensed_users"] = pl.read_csv(folder / "Copilot_Licensed_Users.csv", infer_schema=False)
tables["directory"] = pl.read_csv(folder / "Org_Data.csv", infer_schema=False)
for table, rows in tables.items():
    rows.write_parquet(results / f"{table}.parquet")
    print(table, rows.height)
