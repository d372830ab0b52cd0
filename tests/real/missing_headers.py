#!/usr/bin/env python3
"""Counts what real drivers lose for want of headers: headers not found, bodies lost, and the names behind it.

    missing_headers.py --irqlint build/bin/irqlint [--headers KIT] [--top N] [--list WHAT] FOLDER...

FOLDER holds compile databases at any depth (or a project file, or project files below it); a database is analysed once
for its C units and once for its C++ units. WHAT is one of: headers, names, errors, callees, projects.
"""
import argparse
import collections
import concurrent.futures
import json
import pathlib
import re
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
LISTS = ("projects", "headers", "names", "errors", "callees", "lost")


def databases(path, work):
    """Compile databases at or below `path`; made first for project files."""
    found = sorted(path.rglob("compile_commands.json"))
    if found:
        return found
    projects = [path] if path.is_file() else sorted(path.rglob("*.vcxproj"))
    for number, project in enumerate(projects):
        if "WindowsKernelModeDriver" not in project.read_text(encoding="utf-8-sig", errors="replace"):
            continue
        folder = work / str(number)
        subprocess.run([sys.executable, HERE / "compile_db.py", project, "-o", folder], check=False,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        found += folder.glob("compile_commands.json")
    return found


def analyse(task):
    language, commands, options = task
    with tempfile.TemporaryDirectory() as work:
        folder = pathlib.Path(work)
        (folder / "compile_commands.json").write_text(json.dumps(commands))
        report = folder / "report.json"
        command = [options.irqlint, "analyze", "-p", folder, "--quiet", "-j", "1", "--format", "json", "-o", report]
        if options.headers:
            command += ["--headers", options.headers]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if not report.exists():
            print(f"{commands[0]['file']}: irqlint ended with {done.returncode}\n{done.stderr}", file=sys.stderr)
            return language, commands, None
        return language, commands, json.loads(report.read_text(encoding="utf-8-sig"))["coverage"]


def tasks(options, work):
    for path in options.folder:
        for database in databases(path, work):
            commands = json.loads(database.read_text())
            for language in ("C", "C++"):
                units = [entry for entry in commands if (language == "C") == entry["file"].lower().endswith(".c")]
                if units:
                    yield language, units, options


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--irqlint", type=pathlib.Path, required=True)
    parser.add_argument("--headers", type=pathlib.Path, help="the header kit; default: the installed one")
    parser.add_argument("--top", type=int, default=40, help="how much of each list to print")
    parser.add_argument("--list", action="append", choices=LISTS, default=[])
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("folder", nargs="+", type=pathlib.Path)
    options = parser.parse_args()

    totals = collections.defaultdict(collections.Counter)
    lists = {name: collections.Counter() for name in LISTS}
    with tempfile.TemporaryDirectory() as work, concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        for language, commands, coverage in pool.map(analyse, tasks(options, pathlib.Path(work))):
            total = totals[language]
            total["units"] += len(commands)
            if coverage is None:
                continue
            for fact in ("functions", "bodiesLost", "calls"):
                total[fact] += coverage[fact]
            total["failed"] += len(coverage["failedUnits"])
            total["unknown"] += len(coverage["unknownCallees"])
            lists["callees"].update({callee["name"]: callee["calls"] for callee in coverage["unknownCallees"]})
            lists["projects"][f"{commands[0]['directory']} {language}"] += coverage["bodiesLost"]
            seen = set()
            for note in coverage["notes"]:
                text = note["message"]
                if note["kind"] == "missingHeader" and (text, note.get("file")) not in seen:
                    seen.add((text, note.get("file")))
                    lists["headers"][text.replace("\\", "/").lower()] += 1
                elif note["kind"] == "bodyLost":
                    lists["lost"][f"{note.get('file')}:{note.get('line')} {text}"] += 1
                elif note["kind"] == "parseError":
                    lists["errors"][re.sub(r"\d+ more errors", "more errors", text)] += 1
                    name = re.search(r"'([A-Za-z_]\w*)'", text)
                    if name:
                        lists["names"][name[1]] += 1

    for language, total in sorted(totals.items()):
        share = 100 * (1 - total["bodiesLost"] / max(total["functions"], 1))
        print(f"{language}: {total['units']} units ({total['failed']} failed), {total['functions']} functions, "
              f"{total['bodiesLost']} lost, {share:.2f} % intact, {total['calls']} calls, "
              f"{total['unknown']} unknown callees")
    for name in options.list:
        print(f"-- {name}")
        for text, count in lists[name].most_common(options.top):
            if count:
                print(f"{count:6} {text}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
