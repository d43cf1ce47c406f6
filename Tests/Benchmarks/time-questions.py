#!/usr/bin/env python3
"""Times every question on a warehouse: median seconds and processor seconds of warm runs, window: all loaded days.

    Tests/Benchmarks/time-questions.py copilot-usage.sqlite 3
    Tests/Benchmarks/time-questions.py copilot-usage.sqlite 5 adoption_summary user_activity
"""

import pathlib
import re
import resource
import sqlite3
import statistics
import sys
import time

QUERIES = pathlib.Path(__file__).resolve().parents[2] / "Schema" / "Queries"
HEADING = re.compile(r"^-- parameter: (\w+) (\w+)\??(?: \[[^]]*\])?(?: = ([^|]*?))? \|", re.M)


def parameters(sql, window):
    """The defaults that the heading names; days from the loaded data."""
    found = {}
    for name, kind, default in HEADING.findall(sql):
        default = re.sub(r" \[.*\]$", "", default)
        if name in window:
            found[name] = window[name]
        elif not default:
            found[name] = None
        else:
            found[name] = {"real": float, "int": int, "flag": int}.get(kind, str)(default)
    return found


def processor_seconds():
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


def main():
    path, runs, wanted = sys.argv[1], int(sys.argv[2]), sys.argv[3:]
    database = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    database.execute("pragma cache_size = -32000")
    first, after, today = database.execute("select from_day, to_day, as_of_day from default_window").fetchone()
    window = {"from_day": first, "to_day": after, "as_of_day": today}
    results = []
    for file in sorted(QUERIES.glob("*.sql")):
        if wanted and file.stem not in wanted:
            continue
        sql = file.read_text()
        bound = parameters(sql, window)
        count = len(database.execute(sql, bound).fetchall())
        seconds, cpu = [], []
        for _ in range(runs):
            clock, used = time.perf_counter(), processor_seconds()
            database.execute(sql, bound).fetchall()
            seconds.append(time.perf_counter() - clock)
            cpu.append(processor_seconds() - used)
        results.append((statistics.median(seconds), statistics.median(cpu), file.stem, count))
    print("| question | rows | seconds | processor seconds |\n| --- | --- | --- | --- |")
    for seconds, cpu, name, count in sorted(results, reverse=True):
        print(f"| `{name}` | {count:,} | {seconds:.2f} | {cpu:.2f} |")
    print(f"| all {len(results)} | | {sum(r[0] for r in results):.1f} | {sum(r[1] for r in results):.1f} |")


main()
