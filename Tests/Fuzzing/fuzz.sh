#!/usr/bin/env bash
# Runs each fuzz target, or those that are named, under libFuzzer and the address sanitizer:
#     Tests/Fuzzing/fuzz.sh SECONDS [TARGET ...]
# Stops at the first finding, whose input it leaves in .build/fuzz; it belongs into Corpus/TARGET.
set -euo pipefail
seconds=$1
shift
corpus=$(cd "$(dirname "$0")/Corpus" && pwd)
cd "$(dirname "$0")/../.."

build=.build/fuzz
FUZZ=1 swift build -c release --product Fuzzer --sanitize fuzzer --sanitize address \
    -Xswiftc -enable-testing -Xswiftc -sanitize-coverage=edge,inline-8bit-counters,pc-table \
    --scratch-path "$build"
[ $# -gt 0 ] || set -- $(ls "$corpus")
for target in "$@"; do
    printf '\n== %s\n' "$target"
    mkdir -p "$build/found/$target"
    FUZZ_TARGET=$target "$build/release/Fuzzer" -max_total_time="$seconds" -max_len=4096 -timeout=10 \
        -rss_limit_mb=4096 -detect_leaks=0 -print_final_stats=1 -verbosity=0 -artifact_prefix="$build/$target-" \
        "$build/found/$target" "$corpus/$target"
done
