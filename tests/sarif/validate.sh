#!/bin/sh
# Validates SARIF files with Microsoft's SARIF Multitool, by the rules of the standard and of GitHub code scanning.
# Exits non-zero if there is any error or warning, or if a file could not be validated. Notes are not asked for.
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
"$multitool" validate --rule-kind "Sarif;Ghas" --level "Error;Warning" --log ForceOverwrite -o "$log" "$@"

# The tool's exit status does not tell: count what it logged. What it could not read is a notification.
node -e '
  const runs = JSON.parse(require("fs").readFileSync(process.argv[1], "utf8").replace(/^\uFEFF/, "")).runs;
  let bad = 0;
  for (const run of runs) {
    bad += (run.results || []).length;
    for (const invocation of run.invocations || []) {
      const notifications = [].concat(invocation.toolExecutionNotifications || [],
                                      invocation.toolConfigurationNotifications || []);
      bad += notifications.filter(n => n.level === "error" || n.level === "warning").length;
    }
  }
  if (bad) {
    console.error(`validate.sh: ${bad} errors or warnings`);
    process.exit(1);
  }
' "$log"
