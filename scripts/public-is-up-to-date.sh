#!/usr/bin/env bash
# Fails if public/ is not exactly what the content generates.
set -euo pipefail
cd "$(dirname "$0")/.."

fresh=$(mktemp -d)
trap 'rm -rf "$fresh"' EXIT
swift run --quiet sitegen --output "$fresh/public" --quiet
if ! diff --recursive --brief --exclude=.sitegen public "$fresh/public"; then
  echo "public/ is out of date: run 'make site' and commit the result." >&2
  exit 1
fi
echo "public/ is up to date."
