#!/usr/bin/env bash
# Builds the program for sites of many reports: optimised as a whole when it is linked, for what builds
# of reports have it do most, and without need of Swift where it runs. It ends in
# .build-release/release/sitegen.
set -euo pipefail
cd "$(dirname "$0")/.."

training=.build-training
release=.build-release
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# The toolchain's own tool: the profile is in the format of its compiler.
profdata=$(swiftc -print-target-info \
  | sed -n 's|.*"runtimeResourcePath": "\(.*\)/lib/swift".*|\1/bin/llvm-profdata|p')

# 1. A program that counts how often it goes where.
swift build -c release --product sitegen --scratch-path $training \
  -Xswiftc -Xfrontend -Xswiftc -ir-profile-generate \
  -Xswiftc -Xclang-linker -Xswiftc -fprofile-generate
counting=$training/release/sitegen

# 2. What it counts, for as long as that program stays the same. One worker: counters are not shared.
profile=$PWD/$training/$(sha256sum <$counting | cut -c1-16).profdata
if [ ! -f "$profile" ]; then
  echo "Building sample reports for the profile"
  PYTHONPATH=scripts/bench python3 - "$work" <<'PYTHON'
import sys
from pathlib import Path
from content import write_content

work, content = Path(sys.argv[1]), Path("Content")
write_content(content, work / "plain", 100, "csv", search=False)
write_content(content, work / "everything", 20, "csv, json, xlsx", search=True)
PYTHON
  count() {
    LLVM_PROFILE_FILE="$work/$1.profraw" $counting build --quiet --jobs 1 \
      --content "$work/$2" --output "$work/public-$2" >"$work/log" || { cat "$work/log"; exit 1; }
  }
  count plain plain
  count plain-unchanged plain
  count everything everything
  count everything-unchanged everything
  "$profdata" merge -o "$work/profile" "$work"/*.profraw
  mv "$work/profile" "$profile"
fi

# 3. The program itself, with Swift's libraries in it: it runs where no Swift is, begins sooner, and
# calls them directly. Objects would name the libraries that they need, and the linker would read
# them again for each of a thousand objects; so they are named here.
linking=(-Xlinker --start-group)
for library in \
  Foundation FoundationNetworking FoundationXML FoundationInternationalization FoundationEssentials \
  _FoundationICU _FoundationCShims _FoundationCollections \
  CoreFoundation _CFURLSessionInterface _CFXMLInterface curl xml2 \
  swift_Concurrency swift_StringProcessing swift_RegexParser swiftSynchronization swiftGlibc \
  swiftDispatch
do
  linking+=(-Xlinker "-l$library")
done
linking+=(-Xlinker --end-group)
swift build -c release --product sitegen --scratch-path $release \
  --experimental-lto-mode full -Xswiftc -use-ld=lld --omit-frame-pointers \
  -Xswiftc -Xfrontend -Xswiftc "-ir-profile-use=$profile" \
  --static-swift-stdlib -Xswiftc -Xfrontend -Xswiftc -disable-all-autolinking \
  "${linking[@]}"

# 4. It generates what is committed, as any other does.
$release/release/sitegen build --quiet --output "$work/public" >"$work/log" || { cat "$work/log"; exit 1; }
diff --recursive --brief --exclude=.sitegen public "$work/public"
echo "$release/release/sitegen"
