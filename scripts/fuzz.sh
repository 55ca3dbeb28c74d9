#!/usr/bin/env bash
# Feeds the loaders with arbitrary bytes: `fuzz.sh RUNS [TARGET...]`.
#
# RUNS is how often each loader runs alone; a hundredth as often all that follows runs, too: checks,
# pages, downloads. What breaks is kept in .build/fuzzing/finds; minimised, mended and moved to
# Tests/Fuzzing/Corpus/TARGET it is replayed by the unit tests.
set -euo pipefail
cd "$(dirname "$0")/.."

runs=${1:?usage: fuzz.sh RUNS [TARGET...]}
shift
[ $# -gt 0 ] || set -- amount corrections csv expression facts form narrative report site

# Swift's own report of a crash would keep libFuzzer from saving the input.
export SWIFT_BACKTRACE=enable=no

# Instrumentation is for all modules, so it cannot be a setting of the fuzzer's own.
swift build --package-path Tests/Fuzzing --scratch-path .build/fuzzing --configuration release \
  --product fuzz -Xswiftc -sanitize=fuzzer -Xswiftc -parse-as-library \
  -Xcc -fsanitize=fuzzer-no-link

# The files that a target begins with: the small sites', the committed content, the invalid ones.
seeds() {
  local content=(Content Tests/Fuzzing/Sites/*)
  local invalid=Tests/LoadingTests/invalid
  case "$1" in
    csv) find "${content[@]}" -name '*.csv'; find "$invalid" -name '*.csv' ;;
    form) find "${content[@]}" "$invalid" -path '*/forms/*.yml' ;;
    narrative) find "${content[@]}" "$invalid" -name '*.md' ;;
    *) find "${content[@]}" "$invalid" -name "$1.yml" ;;
  esac
}

for target in "$@"; do
  work=.build/fuzzing/corpus/$target
  mkdir -p "$work" .build/fuzzing/finds "Tests/Fuzzing/Corpus/$target"
  while read -r file; do
    cp "$file" "$work/seed-$(sha1sum "$file" | cut -c 1-12)"
  done < <(seeds "$target")
  for publish in 0 1; do
    echo "== $target, publish=$publish"
    FUZZ_TARGET=$target FUZZ_PUBLISH=$publish .build/fuzzing/release/fuzz \
      -runs=$((publish ? runs / 100 + 1 : runs)) -max_len=4096 -timeout=20 -rss_limit_mb=1024 \
      -dict="Tests/Fuzzing/Dictionaries/$target.dict" -print_final_stats=1 -verbosity=1 \
      -artifact_prefix=".build/fuzzing/finds/$target-" \
      "$work" "Tests/Fuzzing/Corpus/$target"
  done
done
