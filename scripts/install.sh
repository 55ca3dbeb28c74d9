#!/usr/bin/env bash
# Installs what a step needs and is not there yet: `install.sh build` or `install.sh site-tests`.
set -euo pipefail
cd "$(dirname "$0")/.."

# Installs the Debian packages among the arguments that are missing.
packages() {
  local missing=()
  for package in "$@"; do
    dpkg-query --show --showformat='${db:Status-Status}' "$package" 2>/dev/null \
      | grep -q '^installed$' || missing+=("$package")
  done
  [ ${#missing[@]} -eq 0 ] && return
  local root=()
  [ "$(id -u)" -eq 0 ] || root=(sudo)
  echo "Installing ${missing[*]}" >&2
  "${root[@]}" apt-get update -qq >&2
  "${root[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends "${missing[@]}" >&2
}

case "${1:-}" in
  build)
    packages libcmark-dev libssl-dev pkg-config unzip
    ;;
  site-tests)
    packages chromium fonts-noto-cjk parallel poppler-utils python3 python3-venv
    # Made anew when the list of requirements changes.
    if ! cmp -s Tests/requirements.txt .venv/requirements.txt; then
      rm -rf .venv
      python3 -m venv .venv
      .venv/bin/pip install --quiet --disable-pip-version-check -r Tests/requirements.txt
      cp Tests/requirements.txt .venv/requirements.txt
    fi
    ;;
  *)
    echo "usage: install.sh build|site-tests" >&2
    exit 64
    ;;
esac
