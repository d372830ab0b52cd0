#!/usr/bin/env python3
"""Runs irqlint over real drivers and prints one table line for each tree, then what was missing in all of them.

    measure.py --irqlint build/bin/irqlint [--lists N] [--reports OUT] TREE...

A TREE is whatever `irqlint analyze` takes: a project, a solution, a folder. Nothing is fetched. A function is intact if
no error stands in it, and read if its body was analysed all the same; a call is understood if what it calls has a body
or a contract. C and C++ are told apart by the file a function stands in, headers counting for neither.
"""
import argparse
import collections
import json
import pathlib
import subprocess
import sys
import tempfile
import time

COLUMNS = ("tree", "drivers", "units", "failed", "lines", "functions", "intact %", "read %", "lost", "named calls %",
           "understood calls %", "C intact %", "C++ intact %", "seconds", "findings")


def analyse(irqlint, tree, report):
    started = time.perf_counter()
    done = subprocess.run([irqlint, "analyze", "--no-cache", tree, "--quiet", "--format", "json", "-o", report],
                          stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=False)
    if done.returncode not in (0, 1):
        print(f"{tree}: irqlint ended with {done.returncode}\n{done.stderr}", file=sys.stderr)
        return None, 0.0
    return json.loads(report.read_text(encoding="utf-8")), time.perf_counter() - started


def percent(part, whole):
    return f"{100 * part / whole:.1f}" if whole else "-"


def intact(facts, language):
    bodies = facts["bodies"].get(language, {"functions": 0, "partial": 0, "lost": 0})
    return percent(bodies["functions"] - bodies["partial"], bodies["functions"] + bodies["lost"])


def line(tree, report, seconds):
    facts = report["coverage"]
    functions = facts["functions"] + facts["bodiesLost"]
    rules = collections.Counter(f"{finding['rule']} {finding['severity']}" for finding in report["findings"]
                                if not finding["suppressed"])
    return (tree, facts["drivers"], facts["units"], len(facts["failedUnits"]), facts["sourceLines"], functions,
            percent(facts["functions"] - facts["bodiesPartial"], functions), percent(facts["functions"], functions),
            facts["bodiesLost"], percent(facts["calls"] - facts["unnamedCalls"], facts["calls"]),
            percent(facts["callsUnderstood"], facts["calls"]), intact(facts, "C"), intact(facts, "C++"), f"{seconds:.1f}",
            ", ".join(f"{rule}: {count}" for rule, count in sorted(rules.items())) or "-")


def show_lists(reports, most):
    notes = [note for report in reports for note in report["coverage"]["notes"]]
    for kind, title in (("functions", "functions read"), ("lost", "functions lost"),
                        ("partial", "functions understood in part only")):
        counts = collections.Counter()
        for report in reports:
            counts.update({name: bodies[kind] for name, bodies in report["coverage"]["bodies"].items()})
        print(f"{title}: " + ", ".join(f"{counts[name]} {name}" for name in ("C", "C++", "headers")))
    callees = collections.Counter()
    for report in reports:
        callees.update({callee["name"]: callee["calls"] for callee in report["coverage"]["unknownCallees"]})
    lists = [("headers read as empty", "missingHeader"), ("names made up", "inventedName"), ("errors", "parseError")]
    counted = [(title, collections.Counter(note["message"] for note in notes if note["kind"] == kind))
               for title, kind in lists]
    for title, counts in [*counted, ("called without body or contract", callees)]:
        print(f"\n{title}:")
        for name, count in counts.most_common(most):
            print(f"{count:6} {name}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--irqlint", required=True, type=pathlib.Path)
    parser.add_argument("--lists", type=int, metavar="N", help="also what was missing, the N most frequent of each kind")
    parser.add_argument("--reports", type=pathlib.Path, help="a folder to keep the JSON reports in")
    parser.add_argument("trees", nargs="+", type=pathlib.Path, metavar="TREE")
    options = parser.parse_args()
    print("| " + " | ".join(COLUMNS) + " |\n" + "|---" * len(COLUMNS) + "|")
    reports = []
    with tempfile.TemporaryDirectory() as scratch:
        folder = options.reports or pathlib.Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        for number, tree in enumerate(options.trees):
            report, seconds = analyse(options.irqlint.resolve(), tree, folder / f"{number}-{tree.name}.json")
            if report is None:
                continue
            reports.append(report)
            print("| " + " | ".join(str(cell) for cell in line(tree.name, report, seconds)) + " |", flush=True)
    if options.lists:
        show_lists(reports, options.lists)
    return 0 if len(reports) == len(options.trees) else 1


if __name__ == "__main__":
    sys.exit(main())
