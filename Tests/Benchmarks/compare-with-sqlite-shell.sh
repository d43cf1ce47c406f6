#!/usr/bin/env bash
# Loads one synthetic Purview export with copilot-usage and with the sqlite3 shell, in turn, and prints both times.
#
#   Tests/Benchmarks/compare-with-sqlite-shell.sh [INTERACTIONS] [RUNS]
#
# Needs a release build, sqlite3 and GNU time (/usr/bin/time). Timings on shared machines are noisy: read the medians.
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)"
tool="$here/../../.build/release/copilot-usage"
interactions="${1:-200000}"
runs="${2:-5}"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
"$tool" sample --directory "$work" --interactions "$interactions" --formats standard >/dev/null
# The shell does not know the byte order mark.
tail -c +4 "$work/Copilot_Activities.csv" >"$work/raw.csv"

measure() { # name command…: appends "seconds kilobytes"
    local name="$1"; shift
    /usr/bin/time -f "%e %M" -o "$work/time" "$@" >"$work/$name.out" 2>&1 || true
    tail -n 1 "$work/time" >>"$work/$name.times"
}
median() { cut -d ' ' -f "$2" "$1" | sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }

cd "$work"
for ((run = 0; run < runs; run++)); do
    rm -f w.sqlite* shell.sqlite*
    measure ours "$tool" ingest --quiet --database w.sqlite Copilot_Activities.csv Copilot_Licensed_Users.csv Org_Data.csv
    measure shell sqlite3 -init "$here/sqlite-shell-load.sql" shell.sqlite .exit
done
bytes="$(stat -c %s Copilot_Activities.csv)"
printf '%s interactions, %s MB of CSV, %s paired runs, medians\n' "$interactions" "$((bytes / 1000000))" "$runs"
printf '| program | seconds | records per second | peak memory MB |\n| --- | --- | --- | --- |\n'
for name in ours shell; do
    seconds="$(median $name.times 1)"
    kilobytes="$(median $name.times 2)"
    awk -v n="$name" -v s="$seconds" -v k="$kilobytes" -v i="$interactions" \
        'BEGIN { printf "| %s | %.1f | %d | %d |\n", n == "ours" ? "copilot-usage ingest" : "sqlite3 shell, .import and json_each", s, i / s, k * 1024 / 1e6 }'
done
paste -d ' ' ours.times shell.times | awk '{ print $3 / $1 }' | sort -n |
    awk '{ r[NR] = $1 } END { printf "ratio shell / ours, pair by pair: median %.2f, from %.2f to %.2f\n", r[int((NR + 1) / 2)], r[1], r[NR] }'
tail -n 4 shell.out
