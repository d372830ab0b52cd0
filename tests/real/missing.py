#!/usr/bin/env python3
"""Lists the functions that analysed drivers call and of which nothing is known, most used first.

    missing.py [--least N] REPORT.json...

A REPORT is what `irqlint analyze --format json -o REPORT.json` or `measure.py --reports` writes. Each line has the calls,
their share of all calls, the reports that have them, and the name. What stands there is an interface that lacks a
contract, a macro whose definition was not found, or a function of a library that was not analysed.
"""
import argparse
import collections
import json
import pathlib
import sys


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--least", type=int, default=1, metavar="N", help="only names that are called so often")
    parser.add_argument("reports", nargs="+", type=pathlib.Path, metavar="REPORT")
    options = parser.parse_args()
    all_calls, understood = 0, 0
    calls, users = collections.Counter(), collections.Counter()
    for path in options.reports:
        coverage = json.loads(path.read_text(encoding="utf-8"))["coverage"]
        all_calls += coverage["calls"]
        understood += coverage["callsUnderstood"]
        for callee in coverage["unknownCallees"]:
            calls[callee["name"]] += callee["calls"]
            users[callee["name"]] += 1
    if not all_calls:
        print("no calls in these reports", file=sys.stderr)
        return 1
    print(f"{all_calls} calls, {100 * understood / all_calls:.2f} % understood; "
          f"{len(calls)} names of which nothing is known, called {calls.total()} times")
    for name, count in sorted(calls.items(), key=lambda item: (-item[1], item[0])):
        if count >= options.least:
            print(f"{count:6} {100 * count / all_calls:6.3f} %  in {users[name]:2}  {name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
