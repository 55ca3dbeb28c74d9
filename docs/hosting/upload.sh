#!/bin/sh
# Brings a site to object storage with rclone: upload.sh public REMOTE:BUCKET
#
# Only files whose content differs are sent. Pages go after what they refer to, and files that the
# site no longer has are removed last, so that a visitor never meets a page without its parts.
set -eu
site=${1:?usage: upload.sh SITE REMOTE:BUCKET}
target=${2:?usage: upload.sh SITE REMOTE:BUCKET}

# sitegen's and git's own files stay at home. Content decides, not times: a checkout has new times.
send() {
  operation=$1
  shift
  rclone "$operation" "$site" "$target" --checksum \
    --header-upload "Cache-Control: no-cache" \
    --filter "- .sitegen*" --filter "- .sitegen*/**" --filter "- .git/**" "$@"
}

send copy --filter "- *.html"
send copy --filter "+ *.html" --filter "- *"
send sync --delete-after
