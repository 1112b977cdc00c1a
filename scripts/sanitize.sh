#!/usr/bin/env bash
# Runs what was built under sanitizers in a folder: the test suite (FILTER chooses tests), and the hostile files without the
# limit on address space, which a sanitizer takes for itself. Every process writes its reports to a file of its own, so that
# none is lost with the output of a program that a test runs. Ends in 1 where there is one, or a test fails.
set -euo pipefail
folder=$(realpath "$1")
configuration=$2
shift 2 # what the rest of the arguments are, `swift test` takes

# A run that reports nothing says as much as one whose sanitizers were left out: each checks what was compiled, Swift and C++.
checked() { [ "$(find "$folder/$configuration/$1.build" -name '*.o' -exec nm -u {} + | grep -c "$2" || true)" -gt 0 ]; }
for target in PolicyEngine CSimdjson; do
  if checked "$target" __tsan_read; then continue; fi
  checked "$target" __asan_report || { echo "sanitize: $target is not checked by a sanitizer" >&2; exit 1; }
  [ "$target" = PolicyEngine ] || checked "$target" __ubsan_handle ||
    { echo "sanitize: $target is not checked for what C++ leaves undefined" >&2; exit 1; }
done

reports="$folder/reports"
rm -rf "$reports"
mkdir -p "$reports"
# A program that a sanitizer ends has a code that it never has otherwise.
common="exitcode=99:log_path=$reports/report"
export ASAN_OPTIONS="$common:detect_leaks=1:detect_stack_use_after_return=1:allocator_may_return_null=1"
export LSAN_OPTIONS="suppressions=$PWD/scripts/leaks.txt:print_suppressions=0"
export UBSAN_OPTIONS="$common:print_stacktrace=1" TSAN_OPTIONS="$common:halt_on_error=0"
export HOSTILE_ADDRESS_SPACE=-1 HOSTILE_SECONDS=400

failed=0
started=$SECONDS
swift test "$@" --scratch-path "$folder" --skip-build --disable-xctest ${FILTER:+--filter "$FILTER"} || failed=1
echo "sanitize: tests took $((SECONDS - started)) s"
if [ -z "${FILTER:-}" ]; then
  started=$SECONDS
  python3 -B Tests/Scripts/hostile "$folder/$configuration/tilsyn" || failed=1
  echo "sanitize: hostile files took $((SECONDS - started)) s"
fi
found=$(find "$reports" -type f | wc -l)
echo "sanitize: $found reports"
[ "$found" -eq 0 ] || { head -n 40 "$(find "$reports" -type f | sort | head -n 1)" >&2; failed=1; }
exit "$failed"
