#!/usr/bin/env python3
"""Kills the real program with SIGKILL at random moments and checks that nothing is lost.

Loads a synthetic tenant twice: once undisturbed, once with kills in every step (audit records, reports, lists,
migration, rebuild). After each kill SQLite's own checks must pass; in the end `verify` must find nothing, and both
warehouses must say the same.

    Tests/Reliability/crash-harness.py .build/release/copilot-usage --kills 200
"""

import argparse
import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

from warehouse_contents import contents


class Harness:
    def __init__(self, tool, work, kills, seed):
        self.tool, self.work, self.left, self.kills = tool, work, kills, 0
        self.random = random.Random(seed)
        self.checks = 0

    def run(self, *arguments):
        done = subprocess.run([self.tool, *arguments], capture_output=True, text=True)
        if done.returncode not in (0, 3):
            sys.exit(f"{arguments}: code {done.returncode}\n{done.stdout}{done.stderr}")
        return done.stdout

    def disturb(self, database, arguments, seconds, most):
        """Runs a command and kills it, again and again, until it ends by itself."""
        for _ in range(min(most, self.left)):
            process = subprocess.Popen(
                [self.tool, *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            try:
                process.wait(self.random.uniform(0, seconds))
                return self.check(database)
            except subprocess.TimeoutExpired:
                process.send_signal(signal.SIGKILL)
                process.wait()
                self.kills += 1
                self.left -= 1
                self.check(database)
        self.run(*arguments)
        self.check(database)

    def check(self, path):
        """SQLite's own checks; opening the file recovers its log, as any reader does."""
        if not os.path.exists(path):
            return
        database = sqlite3.connect(path)
        found = database.execute("pragma quick_check").fetchall() + database.execute("pragma foreign_key_check").fetchall()
        database.close()
        self.checks += 1
        if found != [("ok",)]:
            sys.exit(f"{path} is damaged after kill {self.kills}: {found[:5]}")

    def steps(self, sample):
        routes = json.load(open(f"{sample}/truth.json"))["routes"]
        dated = sorted((route["day"], name) for name, route in routes.items() if route.get("day"))
        lists = [(day, name) for day, name in dated if name.startswith(("licensed-users/", "graph-users/", "agents/"))]
        reports = [(day, name) for day, name in dated if name.startswith(("graph-user-detail/", "graph-user-trend/"))]
        yield ["ingest", f"{sample}/Copilot_Activities.csv"], 0.30
        yield ["ingest", f"{sample}/Admin_Activities.csv"], 0.05
        for day, name in lists[-8:] + reports[-6:]:
            yield ["ingest", "--as-of", day, f"{sample}/{name}"], 0.04
        yield ["rebuild"], 0.15


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("tool")
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--interactions", type=int, default=100_000)
    parser.add_argument("--old-tool", help="an older version, whose warehouse is migrated under kills")
    options = parser.parse_args()
    tool = os.path.abspath(options.tool)
    work = tempfile.mkdtemp(prefix="crashes-")
    harness = Harness(tool, work, options.kills, options.seed)
    sample = f"{work}/sample"
    harness.run("sample", "--directory", sample, "--users", "500", "--interactions", str(options.interactions))
    calm, hit = f"{work}/calm.sqlite", f"{work}/hit.sqlite"
    started = time.monotonic()
    for arguments, share in harness.steps(sample):
        clock = time.monotonic()
        harness.run(*arguments, "--database", calm)
        seconds = time.monotonic() - clock
        before = harness.kills
        harness.disturb(hit, [*arguments, "--database", hit], 0.6 * seconds, max(1, int(share * options.kills)))
        print(f"{harness.kills - before:4} kills  {arguments[0]} {os.path.basename(arguments[-1])}", flush=True)
    if options.old_tool:
        old, new = f"{work}/old.sqlite", f"{work}/new.sqlite"
        subprocess.run([options.old_tool, "ingest", "--quiet", "--database", old, f"{sample}/Copilot_Activities.csv"],
                       stdout=subprocess.DEVNULL)
        for _ in range(5):
            shutil.copy(old, new)
            harness.disturb(new, ["status", "--database", new], 0.8, 4)
        print(f"migrated to {sqlite3.connect(new).execute('pragma user_version').fetchone()[0]}")
    harness.run("verify", "--database", hit)
    expected, found = contents(calm), contents(hit)
    different = [name for name in expected if expected[name] != found[name]]
    for name in different:
        print(f"{name}: {found[name]}; expected {expected[name]}")
    lost = expected["interactions_detail"][0] - found["interactions_detail"][0]
    print(f"{harness.kills} kills, {harness.checks} checks, {lost} rows lost, {time.monotonic() - started:.0f} s")
    shutil.rmtree(work)
    sys.exit(1 if different else 0)


main()
