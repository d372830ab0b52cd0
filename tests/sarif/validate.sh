#!/bin/sh
# Validates SARIF files with Microsoft's SARIF Multitool, by the rules of the standard and of GitHub code scanning.
# Exits non-zero if there is any error or warning, or if a file could not be validated. Notes are not shown.
#
# usage: validate.sh FILE.sarif...
# The tool is installed below $SARIF_MULTITOOL_DIR (default: the user's cache) when it is not there yet; needs npm.
set -eu

if [ $# -eq 0 ]; then
  echo "usage: $0 FILE.sarif..." >&2
  exit 2
fi
for file; do
  [ -f "$file" ] || { echo "$0: no such file: $file" >&2; exit 2; }
done
here=$(cd "$(dirname "$0")" && pwd)
tools=${SARIF_MULTITOOL_DIR:-${XDG_CACHE_HOME:-$HOME/.cache}/irqlint-sarif-multitool}
case $(uname -s) in
  Darwin) platform=darwin ;;
  *) platform=linux ;;
esac
multitool=$tools/node_modules/@microsoft/sarif-multitool-$platform/Sarif.Multitool

if [ ! -f "$multitool" ]; then
  mkdir -p "$tools"
  cp "$here/package.json" "$here/package-lock.json" "$tools"
  npm ci --prefix "$tools" --ignore-scripts --no-audit --no-fund --loglevel=error >&2
  chmod u+x "$multitool"
fi

log=$(mktemp)
trap 'rm -f "$log"' EXIT
"$multitool" validate --rule-kind "Sarif;Ghas" --level "Error;Warning;Note" --quiet true --log ForceOverwrite -o "$log" "$@" >&2

# The tool's exit status does not tell: count what it logged. What it could not read is a notification; but it passes in
# silence over a file with a value of a wrong type, so a file of which it says nothing, not even the notes that it has for
# every report without version control details, was not validated.
node -e '
  const fs = require("fs");
  const url = require("url");
  const [log, ...files] = process.argv.slice(1);
  const runs = JSON.parse(fs.readFileSync(log, "utf8").replace(/^\uFEFF/, "")).runs;
  const isBad = entry => ["error", "warning"].includes(entry.level || "warning");
  const read = new Set();
  let bad = 0;
  const count = text => {
    console.error(text);
    ++bad;
  };
  for (const run of runs) {
    for (const result of run.results || []) {
      const place = ((result.locations || [])[0] || {}).physicalLocation || {};
      const uri = (place.artifactLocation || {}).uri || "";
      const file = uri.startsWith("file:") ? url.fileURLToPath(uri) : uri;
      read.add(file);
      const line = (place.region || {}).startLine;
      const text = result.message.text || [result.message.id, ...(result.message.arguments || [])].join(" ");
      if (isBad(result)) count(`${file}:${line}: ${result.level || "warning"}: ${result.ruleId}: ${text}`);
    }
    for (const invocation of run.invocations || []) {
      const notifications = [].concat(invocation.toolExecutionNotifications || [],
                                      invocation.toolConfigurationNotifications || []);
      for (const entry of notifications.filter(isBad)) count(entry.message.text);
    }
  }
  for (const file of files) if (!read.has(fs.realpathSync(file))) count(`${file}: not validated`);
  if (bad) {
    console.error(`validate.sh: ${bad} errors or warnings`);
    process.exit(1);
  }
  console.error(`validate.sh: ${files.length} files without errors or warnings`);
' "$log" "$@"
