"""What a warehouse says, for comparing two of them."""

import hashlib
import sqlite3

# What may differ: surrogate ids, the clock, and which load of several brought a row.
LEFT_OUT = {"import_id", "started_at", "finished_at", "interaction_id", "user_id", "tool_version"}
VIEWS = [
    "interactions_detail", "messages_detail", "accessed_resources_detail", "contexts_detail", "admin_events_detail",
    "authoring_events", "agent_names", "agent_aliases", "current_users", "current_directory", "current_licenses",
    "reported_counts",
]
SPANS = {
    "directory": "select u.identity, d.name, s.valid_from, s.valid_to, s.is_account_enabled, s.user_type "
                 "from directory_periods s join users u on u.id = s.user_id left join departments d on d.id = s.department_id",
    "licences": "select u.identity, l.sku, a.valid_from, a.valid_to, a.known_since from license_assignments a "
                "join users u on u.id = a.user_id join licenses l on l.id = a.license_id",
    "managers": "select m.identity, u.identity, t.depth, t.valid_from, t.valid_to from manager_tree t "
                "join users u on u.id = t.user_id join users m on m.id = t.manager_user_id",
    "days": "select source, day_number, basis from covered_days",
}


def contents(path):
    """A hash of everything that the warehouse says, by view."""
    database = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    found = {}
    for name, sql in [(view, f"select * from {view}") for view in VIEWS] + list(SPANS.items()):
        cursor = database.execute(sql)
        kept = [i for i, column in enumerate(cursor.description) if column[0] not in LEFT_OUT]
        rows = sorted(repr([row[i] for i in kept]) for row in cursor)
        found[name] = (len(rows), hashlib.sha256("\n".join(rows).encode()).hexdigest())
    # A load that was killed after its last commit is complete; the one after it met duplicates only.
    loads = database.execute(
        "select file_name, state, read_count, rejected_count, out_of_scope_count from import_summary s "
        "where s.state <> 'completed' or s.import_id = ("
        "  select min(import_id) from import_summary t where t.file_sha256 = s.file_sha256 and t.state = 'completed') "
        "order by 1, 2, 3")
    found["loads"] = loads.fetchall()
    return found
