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

# 3. The program itself, with Swift's libraries in it, and those that they need: it runs where none of
# them is, begins in half the time, and calls them directly. Objects would name the libraries that they
# need, and the linker would read them again for each of a thousand objects; so they are named here.
linking=(-Xlinker --start-group)
for library in \
  Foundation FoundationNetworking FoundationXML FoundationInternationalization FoundationEssentials \
  _FoundationICU _FoundationCShims _FoundationCollections \
  CoreFoundation _CFURLSessionInterface _CFXMLInterface \
  swift_Concurrency swift_StringProcessing swift_RegexParser swiftSynchronization swiftGlibc \
  swiftDispatch
do
  linking+=(-Xlinker "-l$library")
done
for library in $(pkg-config --static --libs-only-l libxml-2.0 | sed 's/-l//g'); do
  [ "$library" = m ] || linking+=(-Xlinker "-l:lib$library.a")
done
linking+=(-Xlinker --end-group)

# FoundationNetworking is there for a handler of FlyingFox that fetches from another server, which is
# never used. So what it calls of libcurl only ends the program; libcurl itself would have each start
# load thirty more libraries.
static=$(swiftc -print-target-info -static-stdlib \
  | sed -n 's|.*"runtimeResourcePath": "\(.*\)".*|\1/linux|p')
nm --undefined-only "$static/lib_CFURLSessionInterface.a" \
  | sed -n 's/.* U \(curl_.*\)/void \1(void) { __builtin_trap(); }/p' | sort -u >"$work/curl.c"
clang -c -o "$work/curl.o" "$work/curl.c"
linking+=(-Xlinker "$work/curl.o")

# A report takes thousands of small pieces of memory, which tcmalloc hands out faster than the C library.
# Its objects rather than its archive: what comes out of archives is hidden from the C library, which
# would go on with its own, and each would be given the other's memory to free.
mkdir "$work/allocator"
(cd "$work/allocator" && ar x "$(clang -print-file-name=libtcmalloc_minimal.a)")
for object in "$work"/allocator/*.o; do linking+=(-Xlinker "$object"); done

swift build -c release --product sitegen --scratch-path $release \
  --experimental-lto-mode full -Xswiftc -use-ld=lld -Xlinker --lto-O3 --omit-frame-pointers \
  -Xswiftc -Xfrontend -Xswiftc "-ir-profile-use=$profile" \
  --static-swift-stdlib -Xswiftc -Xfrontend -Xswiftc -disable-all-autolinking \
  "${linking[@]}"

# 4. It generates what is committed, as any other does.
$release/release/sitegen build --quiet --output "$work/public" >"$work/log" || { cat "$work/log"; exit 1; }
diff --recursive --brief --exclude=.sitegen public "$work/public"
echo "$release/release/sitegen"
