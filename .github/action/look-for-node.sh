#!/usr/bin/env bash
# Says whether the runner's own Node will do, so that no other one is put in front of it without need.
set -euo pipefail

usable=false
if command -v node >/dev/null && command -v npm >/dev/null; then
  usable=$(node -p '
    const [major, minor] = process.versions.node.split(".").map(Number)
    major > 20 || (major === 20 && minor >= 19)
  ')
fi
echo "usable=$usable" >> "$GITHUB_OUTPUT"
