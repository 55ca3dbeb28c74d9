#!/usr/bin/env bash
# Installs what a step needs and is not there yet: `install.sh build`, `site-tests`,
# `hosting-tests`, `release` or `bench`.
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

# A virtual environment in the folder, made anew when the list of requirements changes.
environment() {
  local folder=$1 requirements=$2
  cmp -s "$requirements" "$folder/requirements.txt" && return
  rm -rf "$folder"
  python3 -m venv "$folder"
  "$folder/bin/pip" install --quiet --disable-pip-version-check -r "$requirements"
  cp "$requirements" "$folder/requirements.txt"
}

case "${1:-}" in
  build)
    packages libcmark-dev pkg-config unzip
    ;;
  site-tests)
    packages chromium default-jre-headless fonts-noto-cjk parallel poppler-utils python3 python3-venv
    environment .venv Tests/requirements.txt
    ;;
  hosting-tests)
    packages rclone
    # nginx's files alone: installing the package would start a server on this machine.
    if [ ! -x .build/nginx/usr/sbin/nginx ]; then
      mkdir -p .build/nginx
      (cd .build/nginx && apt-get download -qq nginx nginx-common >&2)
      for package in .build/nginx/*.deb; do dpkg-deb -x "$package" .build/nginx; done
    fi
    ;;
  release)
    packages binutils libgoogle-perftools-dev liblzma-dev libxml2-dev pkg-config python3 zlib1g-dev
    ;;
  bench)
    packages python3 python3-venv
    environment .venv-bench scripts/bench/requirements.txt
    ;;
  *)
    echo "usage: install.sh build|site-tests|hosting-tests|release|bench" >&2
    exit 64
    ;;
esac
