#!/usr/bin/env python3
"""How many of the DDI calls of analysed drivers have a contract, and which have none, most used first.

    missing.py [--least N] [--all] [--floor PERCENT] REPORT.json...

A REPORT is what `irqlint analyze --format json -o REPORT.json` or `measure.py --reports` writes. A call is one of a DDI
if a header outside the driver's roots declares what is called, or if the name has a contract, a macro's by the name the
driver wrote. The driver's own functions, its own macros and what nothing declares are none; `--all` lists them too,
marked with a dash: among them may be an interface that the headers lack. Each line has the calls, the reports that have
them, and the name. With `--floor` the exit status is 1 if a smaller share has a contract.
"""
import argparse
import collections
import json
import pathlib
import sys


def share(part, whole):
    return f"{100 * part / whole:6.2f} %" if whole else "     none"


def describe(name, ddis):
    return (f"{share(ddis['withContract'], ddis['calls'])} of {ddis['calls']:6} DDI calls have a contract, "
            f"{share(ddis['withLevel'], ddis['calls'])} one with a level, "
            f"{share(ddis['withBody'], ddis['calls'])} an inline body instead  {name}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--least", type=int, default=1, metavar="N", help="only names that are called so often")
    parser.add_argument("--all", action="store_true", help="also list what is no DDI as far as the headers say")
    parser.add_argument("--floor", type=float, default=0, metavar="PERCENT", help="the share that is demanded")
    parser.add_argument("reports", nargs="+", type=pathlib.Path, metavar="REPORT")
    options = parser.parse_args()
    total = collections.Counter(calls=0, withContract=0, withLevel=0, withBody=0)
    calls, users, ddis = collections.Counter(), collections.Counter(), set()
    for path in options.reports:
        coverage = json.loads(path.read_text(encoding="utf-8"))["coverage"]
        total.update(coverage["ddiCalls"])
        print(describe(path.name, coverage["ddiCalls"]))
        for callee in coverage["unknownCallees"]:
            calls[callee["name"]] += callee["calls"]
            users[callee["name"]] += 1
            if callee["ddi"]:
                ddis.add(callee["name"])
    print(describe("all", total))
    for name, count in sorted(calls.items(), key=lambda item: (-item[1], item[0])):
        if count >= options.least and (options.all or name in ddis):
            print(f"{count:6}  in {users[name]:2}  {' ' if name in ddis else '-'} {name}")
    return 1 if 100 * total["withContract"] < options.floor * total["calls"] else 0


if __name__ == "__main__":
    sys.exit(main())
