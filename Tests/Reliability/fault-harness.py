#!/usr/bin/env python3
"""Makes the n-th write to a warehouse fail, for many n, and checks that nothing is lost.

A shim that is loaded into the real program counts what SQLite writes to the warehouse and its companion files, and
lets one call fail: no space left from there on, an input/output error once, or half a write and then a kill. After
each fault SQLite's own checks must pass; then the same command runs undisturbed, and the warehouse must say what one
says that never met a fault.

    Tests/Reliability/fault-harness.py .build/release/copilot-usage --faults 600
"""

import argparse
import collections
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time

from warehouse_contents import contents

KINDS = ["full", "once", "torn"]


class Harness:
    def __init__(self, tool, work):
        self.tool, self.work = tool, work
        self.shim = f"{work}/failing-writes.so"
        source = os.path.join(os.path.dirname(os.path.abspath(__file__)), "failing-writes.c")
        subprocess.run(["cc", "-O1", "-shared", "-fPIC", "-o", self.shim, source, "-ldl"], check=True)

    def run(self, arguments, at=None, kind="once"):
        environment = dict(os.environ)
        if at is not None:
            environment.update(
                LD_PRELOAD=self.shim, FAULT_PATH=".sqlite", FAULT_AT=str(at), FAULT_KIND=kind,
                FAULT_COUNT=f"{self.work}/count")
        return subprocess.run([self.tool, *arguments], capture_output=True, text=True, env=environment)

    def calm(self, arguments):
        done = self.run(arguments)
        if done.returncode not in (0, 3):
            sys.exit(f"{arguments}: code {done.returncode}\n{done.stdout}{done.stderr}")

    def check(self, path, fault):
        """SQLite's own checks; a file of zero bytes is one that was made and not yet written."""
        if not os.path.exists(path):
            return
        database = sqlite3.connect(path)
        found = database.execute("pragma integrity_check").fetchall()
        found += database.execute("pragma foreign_key_check").fetchall()
        database.close()
        if found != [("ok",)]:
            sys.exit(f"damaged after {fault}: {found[:5]}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("tool")
    parser.add_argument("--faults", type=int, default=600)
    parser.add_argument("--interactions", type=int, default=300)
    options = parser.parse_args()
    work = tempfile.mkdtemp(prefix="faults-")
    harness = Harness(os.path.abspath(options.tool), work)
    sample = f"{work}/sample"
    harness.calm(["sample", "--directory", sample, "--users", "50", "--interactions", str(options.interactions),
                  "--days", "30", "--formats", "standard"])
    names = ["Copilot_Activities.csv", "Copilot_Licensed_Users.csv", "Org_Data.csv"]
    load = ["ingest", "--quiet", "--as-of", "2026-01-31", *[f"{sample}/{name}" for name in names], "--database"]
    undisturbed = f"{work}/undisturbed.sqlite"
    harness.run([*load, undisturbed], at=0)
    total = int(open(f"{work}/count").read())
    expected = contents(undisturbed)
    started, codes = time.monotonic(), collections.Counter()
    step = max(1, total * len(KINDS) // options.faults)
    faults = [(n, kind) for place, kind in enumerate(KINDS) for n in range(1 + place * step // len(KINDS), total, step)]
    for number, (n, kind) in enumerate(faults):
        fault, path = f"call {n} of {total}, {kind}", f"{work}/hit.sqlite"
        for suffix in ["", "-wal", "-shm", "-journal", "-loading"]:
            if os.path.exists(path + suffix):
                os.remove(path + suffix)
        done = harness.run([*load, path], at=n, kind=kind)
        codes[kind, done.returncode] += 1
        is_fine = done.returncode in (0, 3) or kind == "torn" and done.returncode == -9
        is_told = done.returncode == 1 and done.stderr.startswith("Error: ") and "Fatal" not in done.stderr
        if not is_fine and not is_told:
            sys.exit(f"{fault}: code {done.returncode}\n{done.stderr}")
        harness.check(path, fault)
        harness.calm([*load, path])
        found = contents(path)
        for name in [name for name in expected if expected[name] != found[name]]:
            sys.exit(f"{fault}: {name} is {found[name]}; expected {expected[name]}")
        if number % 10 == 0:
            harness.calm(["verify", "--database", path])
    for (kind, code), count in sorted(codes.items()):
        print(f"{count:5} times {kind}: ended with {'SIGKILL' if code < 0 else f'code {code}'}")
    print(f"{len(faults)} faults over {total} calls, 0 rows lost, {time.monotonic() - started:.0f} s")
    shutil.rmtree(work)


if __name__ == "__main__":
    main()
