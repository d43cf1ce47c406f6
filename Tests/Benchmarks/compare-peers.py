#!/usr/bin/env python3
"""Loads one synthetic Purview export and both lists with copilot-usage and with its peers, in turn, and prints one table.

    Tests/Benchmarks/compare-peers.py [INTERACTIONS] [RUNS]

Needs a release build (.build/release), the sqlite3 shell, and `pip install duckdb polars`; a peer that is missing is left
out. What the peers make is less: no ledger, no persons, no turns, no roll-ups, no second load that changes nothing. Timings
on shared machines are noisy: each run of ours is paired with one of each peer; read the medians of the ratios.
"""

import os
import pathlib
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
TOOL = HERE.parents[1] / ".build/release/copilot-usage"
LISTS = ["Copilot_Activities.csv", "Copilot_Licensed_Users.csv", "Org_Data.csv"]


def programs(work):
    """Command lines by name; the files that each writes begin with its name."""
    folder = str(work)
    found = {"copilot-usage": [TOOL, "ingest", "--quiet", "--database", work / "copilot-usage.db", *(work / f for f in LISTS)]}
    if shutil.which("sqlite3"):
        script = HERE / "peers/sqlite-shell-load.sql"
        found["sqlite3 shell"] = ["sqlite3", "-init", script, work / "sqlite3 shell.db", ".exit"]
    for name in ["duckdb", "polars"]:
        if subprocess.run([sys.executable, "-c", f"import {name}"], capture_output=True).returncode == 0:
            found[name] = [sys.executable, HERE / f"peers/{name}-load.py", work / f"{name}.db", folder]
    return found


def clear(work, name):
    for path in work.glob(f"{name}.db*"):
        shutil.rmtree(path) if path.is_dir() else path.unlink()


def size(work, name):
    paths = [p for start in work.glob(f"{name}.db*") for p in ([start] if start.is_file() else start.rglob("*"))]
    return sum(p.stat().st_size for p in paths)


def measure(command, work):
    """Wall seconds, processor seconds and peak megabytes of one run."""
    start = time.perf_counter()
    with open(work / "output", "w") as output:
        process = subprocess.Popen([str(part) for part in command], cwd=work, stdout=output, stderr=output)
        _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    # Exit code 3 of ours: everything loaded, some records rejected; the sample has broken rows.
    if os.waitstatus_to_exitcode(status) not in (0, 3):
        sys.exit(f"{command[0]} failed: {(work / 'output').read_text()[-500:]}")
    return seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024 / 1e6


def main():
    interactions = int(sys.argv[1]) if len(sys.argv) > 1 else 200_000
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    with tempfile.TemporaryDirectory() as folder:
        work = pathlib.Path(folder)
        users = max(100, interactions // 100)
        sample = [TOOL, "sample", "--directory", work, "--formats", "standard", "--interactions", interactions, "--users", users]
        subprocess.run([str(part) for part in sample], check=True, stdout=subprocess.DEVNULL)
        # The shell does not know the byte order mark.
        with open(work / LISTS[0], "rb") as source, open(work / "raw.csv", "wb") as target:
            source.seek(3)
            shutil.copyfileobj(source, target, 1 << 20)
        megabytes = (work / LISTS[0]).stat().st_size / 1e6
        commands = programs(work)
        results = {name: [] for name in commands}
        sizes = {}
        for _ in range(runs):
            for name, command in commands.items():
                clear(work, name)
                results[name].append(measure(command, work))
                sizes[name] = size(work, name) / 1e6
        ours = results["copilot-usage"]
        print(f"{interactions:,} interactions, {megabytes:,.0f} MB of CSV, {runs} paired runs, medians, {os.cpu_count()} cores\n")
        print("| program | seconds | processor seconds | interactions per second | peak memory MB | file MB | time / ours |")
        print("| --- | --- | --- | --- | --- | --- | --- |")
        for name, measured in results.items():
            seconds, processor, memory = (statistics.median(run[i] for run in measured) for i in range(3))
            ratios = sorted(theirs[0] / own[0] for theirs, own in zip(measured, ours))
            ratio = f"{statistics.median(ratios):.2f} ({ratios[0]:.2f} to {ratios[-1]:.2f})"
            print(
                f"| {name} | {seconds:.1f} | {processor:.1f} | {interactions / seconds:,.0f} | {memory:,.0f} "
                f"| {sizes[name]:,.0f} | {ratio} |"
            )


main()
