#!/usr/bin/env python3
"""Compares a whole run of irqlint with `clang-19 -fsyntax-only` of the same units.

    bench.py --irqlint build/bin/irqlint -p fixtures/example -j 2 --rounds 5

Both read the same units with the same macros and the same headers, on the same number of cores, taking turns in one
session, so that the ratio does not depend on the machine. Prints a table of medians, in seconds of wall clock and of
processor time (the latter also tells on a machine that is busy with other things); --json writes the figures to a file.

What irqlint tolerates, clang is helped over. A header whose name differs in case from the one on disk is linked under the
name asked for, and one that is nowhere is made empty, in a folder that clang searches last: irqlint reads the same files.
Annotations that mingw-w64 does not define are defined as nothing; their names are taken from the frontend's list.
Errors that remain (names of a WDK that is not there) do not stop clang (-ferror-limit=0) and are counted; --accepted-only
leaves such units out, on both sides.
"""
import argparse
import collections
import concurrent.futures
import json
import os
import pathlib
import re
import resource
import shlex
import statistics
import subprocess
import sys
import tempfile
import time

# What the frontend parses for; see Invocation.cpp and CommandLine.cpp there.
TARGET = ["--target=x86_64-pc-windows-msvc", "-fgnuc-version=4.2.1", "-fms-extensions", "-fms-compatibility"]
MACROS = ["_AMD64_=1", "AMD64=1", "_WIN64=1", "_KERNEL_MODE=1", "_WIN32_WINNT=0x0A00", "WINVER=0x0A00", "WINNT=1",
          "NTDDI_VERSION=0x0A000010", "STD_CALL=1", "CONDITION_HANDLING=1", "NT_UP=0", "NT_INST=0", "WIN32=100"]
TOLERANT = ["-ferror-limit=0", "-fno-spell-checking", "-fno-caret-diagnostics", "-w", "-Wno-everything"]
CXX = ["-fcxx-exceptions", "-fexceptions"]
KEPT_WITH_VALUE = ("-D", "-I", "-U", "-isystem", "-include", "-iquote", "-idirafter")
CL_SPELLINGS = {"/FI": "-include", "/D": "-D", "/U": "-U", "/I": "-I"}
# The lists of the frontend's SalMacros.h that clang needs, and what their names stand for.
ANNOTATIONS = {"kKeptPlain": "", "kEmptyPlain": "", "kKeptWithArguments": "(...)", "kEmptyWithArguments": "(...)",
               "kInBodies": "(...)"}
MISSING = re.compile(r"^(.*?):\d+:\d+: fatal error: '([^']+)' file not found", re.M)


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--irqlint", type=pathlib.Path, required=True)
    parser.add_argument("--clang", default="clang-19")
    parser.add_argument("-p", "--database", type=pathlib.Path, required=True, action="append",
                        help="a folder with compile_commands.json; may be repeated")
    parser.add_argument("-j", "--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--accepted-only", action="store_true", help="leave out the units that clang rejects")
    parser.add_argument("--headers", type=pathlib.Path,
                        default=pathlib.Path(__file__).resolve().parents[2] / "analyzer/frontend/headers")
    parser.add_argument("--ddk", type=pathlib.Path, default=pathlib.Path("/usr/share/mingw-w64/include"),
                        help="headers to use where no WDK is; default: %(default)s")
    parser.add_argument("--maximum-ratio", type=float, help="fail if the ratio of wall clock times is above")
    parser.add_argument("--maximum-solve-share", type=float, help="fail if link and solve take more of the run")
    parser.add_argument("--json", type=pathlib.Path)
    return parser.parse_args()


def kept_flags(arguments):
    """The macros, header folders and language of a compile command, in clang's spelling."""
    flags = []
    words = iter(arguments)
    for word in words:
        for spelling, name in CL_SPELLINGS.items():
            if word.startswith(spelling) and not os.path.exists(word):
                word = name + word[len(spelling):]
                break
        for name in KEPT_WITH_VALUE:
            if word == name:
                flags += [name, next(words, "")]
                break
            if word.startswith(name):
                flags += [name, word[len(name):]]
                break
        else:
            if word.startswith(("-std=", "-std:", "/std:")):
                flags.append("-std=" + word[5:])
    return flags


def write_annotations(header, target):
    """Defines as nothing the annotations that the frontend's header lists."""
    text = header.read_text()
    lines = []
    for array, parameters in ANNOTATIONS.items():
        names = re.search(rf"\b{array}\[\] = {{(.*?)}};", text, re.S).group(1)
        lines += [f"#define {name}{parameters}\n" for name in re.findall(r'"(\w+)"', names)]
    target.write_text("".join(dict.fromkeys(lines)))


class Unit:
    """One unit: how clang is to read it, and how irqlint knows it."""

    def __init__(self, entry, database, options, stand_ins):
        self.directory = (database / entry.get("directory", ".")).resolve()
        self.file = (self.directory / entry["file"]).resolve()
        words = entry["arguments"] if "arguments" in entry else shlex.split(entry["command"])
        macros = [flag for macro in MACROS for flag in ("-D", macro)]
        fallback = [options.headers / "ddk", options.ddk / "ddk", options.ddk, stand_ins]
        language = CXX if self.file.suffix.lower() != ".c" else []
        self.folders = [self.directory, self.file.parent]
        flags = kept_flags(words[1:])
        self.folders += [self.directory / flag for name, flag in zip(flags, flags[1:]) if name == "-I"]
        self.command = [options.clang, "-fsyntax-only", *TARGET, *language, *TOLERANT, "-nostdinc", "-nobuiltininc", *macros,
                        "-include", stand_ins / "annotations.h", "-I", options.headers, *flags, *(word for path in fallback for word in ("-idirafter", path)),
                        self.file]
        self.stand_ins = stand_ins

    def parse(self):
        done = subprocess.run(self.command, cwd=self.directory, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
                              errors="replace", check=False)
        return done.returncode == 0, done.stderr

    def add_missing_headers(self):
        """Parses until no header is missing. Returns whether clang accepts the unit."""
        while True:
            accepted, errors = self.parse()
            added = [self.stand_in(pathlib.Path(includer), name) for includer, name in MISSING.findall(errors)]
            if not any(added):
                return accepted

    def stand_in(self, includer, name):
        name = name.replace("\\", "/")
        target = self.stand_ins / name
        if target.exists() or pathlib.Path(name).is_absolute():
            return False
        target.parent.mkdir(parents=True, exist_ok=True)
        for folder in [(self.directory / includer).parent, *self.folders]:
            found = on_disk(folder, name)
            if found:
                target.symlink_to(found)
                return True
        target.touch()
        return True


def on_disk(folder, name):
    """The file of that name in the folder, whatever its case."""
    for part in pathlib.PurePosixPath(name).parts:
        if part == "..":
            folder = folder.parent
            continue
        matches = [entry for entry in sorted(folder.iterdir()) if entry.name.lower() == part.lower()] if folder.is_dir() else []
        if not matches:
            return None
        folder = matches[0]
    return folder.resolve() if folder.is_file() else None


class Clock:
    """Wall clock and processor time of the child processes since it was made."""

    def __init__(self):
        self.start = self.now()

    @staticmethod
    def now():
        usage = resource.getrusage(resource.RUSAGE_CHILDREN)
        return time.perf_counter(), usage.ru_utime + usage.ru_stime

    def read(self):
        return tuple(now - start for now, start in zip(self.now(), self.start))


def run_clang(units, jobs):
    clock = Clock()
    with concurrent.futures.ThreadPoolExecutor(jobs) as pool:
        list(pool.map(Unit.parse, units))
    return clock.read()


def run_irqlint(units_of, options):
    """The time of the whole run and of each phase, summed over the databases."""
    phases = collections.Counter()
    clock = Clock()
    for database, units in units_of.items():
        selected = [unit.file for unit in units] if options.accepted_only else []
        done = subprocess.run([options.irqlint, "analyze", "--no-cache", "-p", database, "-j", str(options.jobs), "--stats",
                               "--headers", options.headers, "--ddk", options.ddk, *selected],
                              capture_output=True, text=True, check=False)
        if done.returncode not in (0, 1):
            sys.exit(f"irqlint ended with {done.returncode}:\n{done.stderr}")
        found = re.findall(r"^(\w+) +([0-9.]+) s$", done.stderr, re.M)
        if not found:
            sys.exit(f"no times in what irqlint --stats wrote:\n{done.stderr}")
        for name, seconds in found:
            phases[name] += float(seconds)
    return clock.read(), phases


def read_units(options, stand_ins):
    """The units of each database, in its order, and how many clang rejects."""
    units_of = {}
    rejected = 0
    for number, database in enumerate(options.database):
        folder = stand_ins / str(number)
        folder.mkdir()
        write_annotations(options.headers.parent / "SalMacros.h", folder / "annotations.h")
        entries = json.loads((database / "compile_commands.json").read_text())
        units_of[database] = []
        for unit in (Unit(entry, database, options, folder) for entry in entries):
            accepted = unit.add_missing_headers()
            rejected += not accepted
            if accepted or not options.accepted_only:
                units_of[database].append(unit)
    return {database: units for database, units in units_of.items() if units}, rejected


def measure(options):
    with tempfile.TemporaryDirectory() as folder:
        units_of, rejected = read_units(options, pathlib.Path(folder))
        units = [unit for units in units_of.values() for unit in units]
        if not units:
            sys.exit("clang accepts no unit")
        run_irqlint(units_of, options)  # warms the file cache; clang has read everything already
        rounds = [(run_clang(units, options.jobs), run_irqlint(units_of, options)) for _ in range(options.rounds)]

    def median(values):
        return statistics.median(list(values))

    wall, cpu = 0, 1
    phases = {name: median(phase[name] for _, (_, phase) in rounds) for name in rounds[0][1][1]}
    irqlint_seconds = median(irqlint[wall] for _, (irqlint, _) in rounds)
    return {
        "units": len(units), "unitsClangRejects": rejected, "jobs": options.jobs, "rounds": options.rounds,
        "clangSeconds": median(clang[wall] for clang, _ in rounds), "irqlintSeconds": irqlint_seconds,
        "clangCpuSeconds": median(clang[cpu] for clang, _ in rounds),
        "irqlintCpuSeconds": median(irqlint[cpu] for _, (irqlint, _) in rounds),
        # Of each round, as the two runs of one round share the machine's mood.
        "ratio": median(irqlint[wall] / clang[wall] for clang, (irqlint, _) in rounds),
        "cpuRatio": median(irqlint[cpu] / clang[cpu] for clang, (irqlint, _) in rounds),
        "phases": phases, "solveShare": sum(phases.get(name, 0) for name in ("link", "analyse")) / irqlint_seconds,
    }


def show(result, options):
    rejected = f"{result['unitsClangRejects']} with errors in clang" + (", left out" if options.accepted_only else "")
    print(f"{result['units']} units ({rejected}), {options.jobs} jobs, median of {options.rounds} rounds")
    print(f"{'':26}{'wall':>9}  {'processor':>9}")
    print(f"{options.clang + ' -fsyntax-only':26}{result['clangSeconds']:7.3f} s  {result['clangCpuSeconds']:7.3f} s")
    print(f"{'irqlint analyze':26}{result['irqlintSeconds']:7.3f} s  {result['irqlintCpuSeconds']:7.3f} s")
    print(f"{'ratio':26}{result['ratio']:7.2f}    {result['cpuRatio']:7.2f}")
    for name, seconds in result["phases"].items():
        print(f"  {name:24}{seconds:7.3f} s  {seconds / result['irqlintSeconds']:7.1%} of the run")
    print(f"link and solve: {result['solveShare']:.1%} of the run")


def main():
    options = parse_arguments()
    options.irqlint = options.irqlint.resolve()
    options.headers = options.headers.resolve()
    options.database = [database.resolve() for database in options.database]
    result = measure(options)
    show(result, options)
    if options.json:
        options.json.write_text(json.dumps(result, indent=2) + "\n")
    too_slow = options.maximum_ratio is not None and result["ratio"] > options.maximum_ratio
    too_much = options.maximum_solve_share is not None and result["solveShare"] > options.maximum_solve_share
    return 1 if too_slow or too_much else 0


if __name__ == "__main__":
    sys.exit(main())
