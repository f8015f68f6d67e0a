#!/usr/bin/env bash
# Installs opencopilot-chat beside the workspace, and makes a folder for its reports.
set -euo pipefail

# Without blanks around it.
read -r version <<< "${VERSION:-}"
version=${version:-$(node -p 'require(process.env.GITHUB_ACTION_PATH + "/package.json").version')}
folder="$RUNNER_TEMP/opencopilot-chat-$(node -p 'crypto.randomUUID()')"
mkdir -p "$folder/reports"
npm install --prefix "$folder" --no-audit --no-fund --ignore-scripts --loglevel=error -- "opencopilot-chat@$version"
{
  echo "command=$folder/node_modules/opencopilot-chat/dist/src/cli/main.js"
  echo "reports=$folder/reports"
} >> "$GITHUB_OUTPUT"
