#!/usr/bin/env python3
"""Runs irqlint over real drivers and prints one table line for each.

    measure.py --irqlint build/bin/irqlint --samples CHECKOUT [--kmdf HEADERS] [--reports OUT] [NAME=FOLDER]...

CHECKOUT is a checkout of Windows-driver-samples; NAME=FOLDER adds or replaces a driver, FOLDER being a project file or a
folder below which all kernel-mode project files are taken, one run for each. Nothing is fetched.
"""
import argparse
import collections
import json
import pathlib
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
DRIVERS = {
    "cdfs": "filesys/cdfs", "fastfat": "filesys/fastfat", "cancel": "general/cancel", "event": "general/event",
    "ioctl": "general/ioctl/wdm", "toaster": "general/toaster", "serenum": "serial/serenum", "serial": "serial/serial",
    "miniports": "storage/miniports",
}


def is_kernel_mode(project):
    text = project.read_text(encoding="utf-8-sig", errors="replace")
    return "WindowsKernelModeDriver" in text and "<ConfigurationType>Driver<" in text and "UMDF" not in text


def projects(path):
    if path.is_file():
        return [path]
    return sorted(project for project in path.rglob("*.vcxproj") if is_kernel_mode(project))


def analyse(project, options, work):
    database = work / "database"
    command = [sys.executable, HERE / "compile_db.py", project, "-o", database]
    for folder in options.kmdf:
        command += ["--include", folder]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    report = work / "report.sarif"
    started = time.perf_counter()
    done = subprocess.run([options.irqlint, "analyze", "-p", database, "--quiet", "--source-root", project.parent,
                           "-o", report, *(["--include-possible"] if options.include_possible else [])],
                          capture_output=True, text=True, check=False)
    seconds = time.perf_counter() - started
    if done.returncode not in (0, 1):
        print(f"{project}: irqlint ended with {done.returncode}\n{done.stderr}", file=sys.stderr)
        return None, seconds
    return json.loads(report.read_text(encoding="utf-8-sig"))["runs"][0], seconds


def line(name, run, seconds):
    facts = run["properties"]["irqlint"]
    rules = collections.Counter(result["ruleId"] for result in run.get("results", []))
    return {
        "driver": name, "units": facts["units"], "failed": facts["unitsFailed"], "lines": facts.get("sourceLines", 0),
        "functions": facts["functions"], "analysed": facts.get("functionsAnalysed", "?"),
        "lost": facts["bodiesLost"], "unknown": facts["unknownCallees"], "seconds": f"{seconds:.2f}",
        "findings": ", ".join(f"{rule}: {count}" for rule, count in sorted(rules.items())) or "-",
    }


def print_table(rows):
    rows = [{key: len(value) if isinstance(value, list) else value for key, value in row.items()} for row in rows]
    print("| " + " | ".join(rows[0]) + " |")
    print("|" + "---|" * len(rows[0]))
    for row in rows:
        print("| " + " | ".join(str(value) for value in row.values()) + " |")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--irqlint", type=pathlib.Path, required=True)
    parser.add_argument("--samples", type=pathlib.Path)
    parser.add_argument("--kmdf", action="append", default=[], help="a header folder for KMDF drivers; may be repeated")
    parser.add_argument("--reports", type=pathlib.Path, help="keep the SARIF files here")
    parser.add_argument("--include-possible", action="store_true")
    parser.add_argument("driver", nargs="*", metavar="NAME=FOLDER")
    options = parser.parse_args()
    options.irqlint = options.irqlint.resolve()

    drivers = {name: options.samples / folder for name, folder in DRIVERS.items()} if options.samples else {}
    drivers.update({name: pathlib.Path(path) for name, _, path in (text.partition("=") for text in options.driver)})
    rows = []
    failed = False
    for name, path in drivers.items():
        found = projects(path)
        for project in found:
            label = name if len(found) == 1 else f"{name}/{project.parent.relative_to(path)}"
            with tempfile.TemporaryDirectory() as work:
                run, seconds = analyse(project, options, pathlib.Path(work))
            if run is None:
                failed = True
                continue
            if options.reports:
                options.reports.mkdir(parents=True, exist_ok=True)
                target = options.reports / f"{label.replace('/', '_')}.sarif"
                target.write_text(json.dumps({"version": "2.1.0", "runs": [run]}, indent=1))
            rows.append(line(label, run, seconds))
    if rows:
        print_table(rows)
    return 1 if failed or not rows else 0


if __name__ == "__main__":
    sys.exit(main())
