#!/usr/bin/env bash
# Runs a fuzz target, or all of them, for some seconds each; the corpus grows outside of the repository.
#
#   Tests/Fuzzing/fuzz.sh 20              all targets, 20 seconds each
#   Tests/Fuzzing/fuzz.sh 600 FuzzJSON    one target
#
# Ends with code 1 when a target finds something, and with 0 and a word where the toolchain has no libFuzzer.
set -euo pipefail
# The runtime would take the signal by which libFuzzer learns of a crash.
export SWIFT_BACKTRACE=enable=no
cd "$(dirname "$0")"
seconds="${1:-20}"
targets=("${@:2}")
[ ${#targets[@]} -gt 0 ] || targets=(FuzzCSV FuzzJSON FuzzFiles)
probe="$(mktemp -d)"
trap 'rm -rf "$probe"' EXIT
printf '@_cdecl("LLVMFuzzerTestOneInput") public func fuzz(_ a: UnsafeRawPointer, _ n: Int) -> CInt { 0 }\n' >"$probe/probe.swift"
if ! swiftc -parse-as-library -sanitize=fuzzer -o "$probe/probe" "$probe/probe.swift" >/dev/null 2>&1; then
    echo "skipped: this toolchain has no libFuzzer"
    exit 0
fi
found=0
for target in "${targets[@]}"; do
    swift build -c release --sanitize fuzzer --product "$target" >/dev/null
    corpus="${FUZZ_CORPUS:-${TMPDIR:-/tmp}/copilot-usage-fuzzing}/$target"
    mkdir -p "$corpus"
    echo "== $target, $seconds seconds"
    .build/release/"$target" "$corpus" "Corpus/$target" -max_total_time="$seconds" -max_len=8192 -timeout=10 \
        -rss_limit_mb=1024 -print_final_stats=1 -artifact_prefix="$corpus-" 2>&1 |
        tee "$probe/log" | grep -E "stat::number_of_executed_units|stat::peak_rss_mb|ERROR|SUMMARY|fatal|Fatal|Test unit written" || true
    grep -q "stat::number_of_executed_units" "$probe/log" && ! grep -qE "ERROR|Test unit written" "$probe/log" || found=1
done
exit $found
