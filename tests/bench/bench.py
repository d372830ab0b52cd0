#!/usr/bin/env python3
"""Measures irqlint beside `clang-19 -fsyntax-only` of the same units.

    bench.py --irqlint build/bin/irqlint                        a generated driver
    bench.py --irqlint build/bin/irqlint -p FOLDER [-p ...]     drivers with a compile_commands.json

Both read the same units with the same macros and the same headers, on the same number of cores, taking turns in one
session, so that a ratio does not depend on the machine. The sources are copied to a temporary folder first: some rows
change them. Prints a table of medians; --json writes the figures to a file.

| row             | what runs                                            | beside clang on      |
|-----------------|------------------------------------------------------|----------------------|
| cold            | the analysis, from an empty cache                    | all units            |
| nothing changed | the same again                                       | all units            |
| one source      | the same after a function was added to a source      | that source          |
| one header      | the same after a project's header was changed        | the units that read it |
"""
import argparse
import collections
import concurrent.futures
import contextlib
import json
import os
import pathlib
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

from clang_units import Unit, write_annotations
from generate import generate


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--irqlint", type=pathlib.Path, required=True)
    parser.add_argument("--clang", default="clang-19")
    parser.add_argument("-p", "--database", type=pathlib.Path, action="append", default=[],
                        help="a folder with compile_commands.json; may be repeated")
    parser.add_argument("--generate", type=int, default=100, metavar="UNITS", help="without -p: the size of the driver")
    parser.add_argument("-j", "--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--accepted-only", action="store_true", help="leave out the units that clang rejects")
    parser.add_argument("--headers", type=pathlib.Path,
                        default=pathlib.Path(__file__).resolve().parents[2] / "analyzer/frontend/headers")
    parser.add_argument("--ddk", type=pathlib.Path, default=pathlib.Path("/usr/share/mingw-w64/include"),
                        help="headers to use where no WDK is; default: %(default)s")
    parser.add_argument("--maximum-ratio", type=float, help="fail if the ratio of the cold run is above")
    parser.add_argument("--maximum-solve-share", type=float, help="fail if link and solve take more of the cold run")
    parser.add_argument("--json", type=pathlib.Path)
    return parser.parse_args()


class Corpus:
    """A copy of the sources of some databases, their units, and a cache of its own."""

    def __init__(self, options, folder):
        self.options = options
        self.cache = folder / "cache"
        self.units_of = {}
        self.rejected = 0
        for number, database in enumerate(options.database):
            copy = copied(database, folder / f"corpus{number}")
            stand_ins = folder / f"headers{number}"
            stand_ins.mkdir()
            write_annotations(options.headers.parent / "SalMacros.h", stand_ins / "annotations.h")
            self.units_of[copy] = list(self.read(copy, stand_ins))
        self.units_of = {database: units for database, units in self.units_of.items() if units}
        self.units = [unit for units in self.units_of.values() for unit in units]
        if not self.units:
            sys.exit("clang accepts no unit")

    def read(self, database, stand_ins):
        for entry in json.loads((database / "compile_commands.json").read_text()):
            unit = Unit(entry, database, self.options, stand_ins)
            accepted = unit.add_missing_headers()
            self.rejected += not accepted
            if accepted or not self.options.accepted_only:
                yield unit

    def clear_cache(self):
        shutil.rmtree(self.cache, ignore_errors=True)


def copied(database, target):
    """The folder of the database with all that its units lie in, paths in the database included."""
    database = database.resolve()
    text = (database / "compile_commands.json").read_text()
    folders = [(database / entry.get("directory", ".") / entry["file"]).resolve().parent for entry in json.loads(text)]
    root = pathlib.Path(os.path.commonpath([database, *folders]))
    shutil.copytree(root, target, symlinks=True, ignore=shutil.ignore_patterns(".git"))
    copy = target / database.relative_to(root)
    (copy / "compile_commands.json").write_text(text.replace(json.dumps(str(root))[1:-1], json.dumps(str(target))[1:-1]))
    return copy


Run = collections.namedtuple("Run", "wall cpu memory phases misses")


def run_clang(units, jobs):
    start, used = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    with concurrent.futures.ThreadPoolExecutor(jobs) as pool:
        list(pool.map(Unit.parse, units))
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - used.ru_utime - used.ru_stime
    return Run(time.perf_counter() - start, cpu, 0, {}, 0)


def run_irqlint(corpus):
    """One run for each database; times are added up, of memory the largest counts."""
    options = corpus.options
    total = Run(0.0, 0.0, 0, collections.Counter(), 0)
    for database, units in corpus.units_of.items():
        selected = [unit.file for unit in units] if options.accepted_only else []
        command = [options.irqlint, "analyze", "--cache-dir", corpus.cache, "-p", database, "-j", str(options.jobs), "--stats",
                   "--headers", options.headers, "--ddk", options.ddk, *selected]
        start = time.perf_counter()
        with tempfile.TemporaryFile("w+") as errors:
            process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=errors)
            _, status, used = os.wait4(process.pid, 0)
            wall = time.perf_counter() - start
            errors.seek(0)
            text = errors.read()
        if os.waitstatus_to_exitcode(status) not in (0, 1):
            sys.exit(f"irqlint failed:\n{text}")
        for name, seconds in re.findall(r"^([a-z ]+?) +([0-9.]+) s$", text, re.M):
            total.phases[name] += float(seconds)
        misses = re.search(r"misses (\d+)", text)
        if not total.phases or not misses:
            sys.exit(f"no figures in what irqlint --stats wrote:\n{text}")
        total = Run(total.wall + wall, total.cpu + used.ru_utime + used.ru_stime, max(total.memory, used.ru_maxrss / 1024),
                    total.phases, total.misses + int(misses[1]))
    return total


@contextlib.contextmanager
def changed(file, text):
    """The file with something at its end; as it was, afterwards."""
    before = file.read_bytes()
    try:
        file.write_bytes(before + text.encode())
        yield
    finally:
        file.write_bytes(before)


def median_of(rounds):
    """Of rounds of two runs each. The ratio is that of each round, as its runs share the machine's mood."""
    def median(values):
        return statistics.median(list(values))

    return {
        "clangSeconds": median(clang.wall for clang, _ in rounds), "irqlintSeconds": median(own.wall for _, own in rounds),
        "clangCpuSeconds": median(clang.cpu for clang, _ in rounds), "irqlintCpuSeconds": median(own.cpu for _, own in rounds),
        "ratio": median(own.wall / clang.wall for clang, own in rounds),
        "cpuRatio": median(own.cpu / clang.cpu for clang, own in rounds),
        "memoryMiB": max(own.memory for _, own in rounds), "unitsRead": rounds[-1][1].misses,
        "phases": {name: median(own.phases[name] for _, own in rounds) for name in rounds[0][1].phases},
    }


def measure_cold(corpus):
    rounds = []
    for _ in range(corpus.options.rounds):
        corpus.clear_cache()
        rounds.append((run_clang(corpus.units, corpus.options.jobs), run_irqlint(corpus)))
    return median_of(rounds)


def measure_again(corpus):
    return median_of([(run_clang(corpus.units, corpus.options.jobs), run_irqlint(corpus)) for _ in range(corpus.options.rounds)])


def measure_change(corpus, file, units):
    """After a change of the file, which `units` read; each round has a text that no earlier one had."""
    rounds = []
    for number in range(corpus.options.rounds):
        with changed(file, f"\nextern int irqlint_bench_{number};\n"):
            rounds.append((run_clang(units, corpus.options.jobs), run_irqlint(corpus)))
    return {**median_of(rounds), "file": file.name, "unitsThatReadIt": len(units)}


def shared_header(corpus):
    """The header of a project that the most units read, and these; none if there is no such header."""
    readers = collections.defaultdict(list)
    for database, units in corpus.units_of.items():
        for unit in units:
            for header in unit.headers():
                if header.is_relative_to(database) and header != unit.file:
                    readers[header].append(unit)
    return max(readers.items(), key=lambda item: len(item[1])) if readers else (None, [])


def measure_cache(corpus):
    info = subprocess.run([corpus.options.irqlint, "cache", "info", "--format", "json", "--cache-dir", corpus.cache],
                          capture_output=True, text=True, check=True)
    size = json.loads(info.stdout)["bytes"]
    with concurrent.futures.ThreadPoolExecutor(corpus.options.jobs) as pool:
        preprocessed = sum(pool.map(Unit.preprocessed_size, corpus.units))
    return {"bytes": size, "preprocessedBytes": preprocessed, "ratio": size / preprocessed}


def measure(options):
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        if not options.database:
            generate(folder / "generated", options.generate, 40)
            options.database = [folder / "generated"]
        corpus = Corpus(options, folder)
        result = {"units": len(corpus.units), "unitsClangRejects": corpus.rejected, "jobs": options.jobs,
                  "rounds": options.rounds, "rows": {}}
        rows = result["rows"]
        rows["cold"] = measure_cold(corpus)
        result["cache"] = measure_cache(corpus)
        rows["nothing changed"] = measure_again(corpus)
        by_size = sorted(corpus.units, key=lambda unit: unit.file.stat().st_size)
        source = by_size[len(by_size) // 2]
        rows["one source"] = measure_change(corpus, source.file, [source])
        header, readers = shared_header(corpus)
        if header is not None:
            rows["one header"] = measure_change(corpus, header, readers)
        phases = rows["cold"]["phases"]
        solve = sum(phases.get(name, 0) for name in ("link", "analyse", "check"))
        result["solveSeconds"] = solve
        result["solveShare"] = solve / rows["cold"]["irqlintSeconds"]
        return result


def show(result, options):
    rejected = f"{result['unitsClangRejects']} with errors in clang" + (", left out" if options.accepted_only else "")
    print(f"{result['units']} units ({rejected}), {result['jobs']} jobs, median of {result['rounds']} rounds\n")
    print(f"{'':18}{'clang':>10}{'irqlint':>10}{'ratio':>8}{'of cpu':>8}{'memory':>11}{'units read':>12}")
    for name, row in result["rows"].items():
        of = f" of {row['unitsThatReadIt']}" if "unitsThatReadIt" in row else ""
        print(f"{name:18}{row['clangSeconds']:8.3f} s{row['irqlintSeconds']:8.3f} s{row['ratio']:8.3f}{row['cpuRatio']:8.3f}"
              f"{row['memoryMiB']:7.0f} MiB{row['unitsRead']:>8}{of}")
    print("\nthe cold run:")
    for name, seconds in result["rows"]["cold"]["phases"].items():
        print(f"  {name:16}{seconds:8.3f} s")
    print(f"link, solve and rules: {result['solveSeconds']:.3f} s, {result['solveShare']:.1%} of the cold run")
    cache = result["cache"]
    print(f"cache: {cache['bytes'] / 2**20:.1f} MiB, {cache['ratio']:.1%} of {cache['preprocessedBytes'] / 2**20:.1f} MiB preprocessed")


def main():
    options = parse_arguments()
    options.irqlint = options.irqlint.resolve()
    options.headers = options.headers.resolve()
    result = measure(options)
    show(result, options)
    if options.json:
        options.json.write_text(json.dumps(result, indent=2) + "\n")
    too_slow = options.maximum_ratio is not None and result["rows"]["cold"]["ratio"] > options.maximum_ratio
    too_much = options.maximum_solve_share is not None and result["solveShare"] > options.maximum_solve_share
    return 1 if too_slow or too_much else 0


if __name__ == "__main__":
    sys.exit(main())
