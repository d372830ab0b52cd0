#!/usr/bin/env python3
"""Compares a whole run of irqlint with `clang -fsyntax-only` of the same units.

Both read the same units with the same macros and the same header folders, on the same number of cores, taking turns in
one session, so that the ratio does not depend on the machine. Prints a table; --json writes the figures to a file.

    bench.py --irqlint build/bin/irqlint -p fixtures/example -j 2 --rounds 5
"""
import argparse
import collections
import concurrent.futures
import json
import os
import pathlib
import shlex
import statistics
import subprocess
import sys
import time

# The target that the frontend parses for; see Invocation.cpp there.
TARGET = ["-target", "x86_64-pc-windows-msvc", "-fgnuc-version=4.2.1", "-fms-extensions", "-fms-compatibility"]
# What clang needs to be told to read on where a unit of a driver has gaps, as irqlint does.
TOLERANT = ["-ferror-limit=0", "-fno-spell-checking", "-w"]
KEPT_WITH_VALUE = ("-D", "-I", "-U", "-isystem", "-include", "-iquote", "-idirafter")


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--irqlint", type=pathlib.Path, required=True)
    parser.add_argument("--clang", default="clang-19")
    parser.add_argument("-p", "--database", type=pathlib.Path, required=True, action="append",
                        help="a folder with compile_commands.json; may be repeated")
    parser.add_argument("-j", "--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--headers", type=pathlib.Path,
                        default=pathlib.Path(__file__).resolve().parents[2] / "analyzer/frontend/headers")
    parser.add_argument("--ddk", type=pathlib.Path, action="append",
                        help="headers to use where no WDK is; default: those of mingw-w64")
    parser.add_argument("--maximum-ratio", type=float, help="fail if the total is above")
    parser.add_argument("--maximum-solve-share", type=float, help="fail if link and solve take more of the run")
    parser.add_argument("--json", type=pathlib.Path)
    return parser.parse_args()


def kept_flags(arguments):
    """The macros, header folders and language of a compile command, in clang's spelling."""
    flags = []
    words = iter(arguments)
    for word in words:
        word = "-" + word[1:] if word.startswith("/") and not os.path.exists(word) else word
        for name in KEPT_WITH_VALUE:
            if word == name:
                flags += [name, next(words, "")]
                break
            if word.startswith(name):
                flags.append(word)
                break
        else:
            if word.startswith("-std=") or word.startswith("-std:"):
                flags.append("-std=" + word[5:])
    return flags


def syntax_only_command(entry, folder, options):
    directory = (folder / entry.get("directory", ".")).resolve()
    words = entry["arguments"] if "arguments" in entry else shlex.split(entry["command"])
    ddk = options.ddk or [pathlib.Path("/usr/share/mingw-w64/include/ddk"), pathlib.Path("/usr/share/mingw-w64/include")]
    late = [flag for path in ddk for flag in ("-idirafter", str(path))]
    command = [options.clang, "-fsyntax-only", *TARGET, *TOLERANT, "-nostdinc", "-isystem", str(options.headers),
               *kept_flags(words[1:]), "-idirafter", str(options.headers / "ddk"), *late,
               str(directory / entry["file"])]
    return command, directory


def run_clang(commands, jobs):
    def run(item):
        command, directory = item
        return subprocess.run(command, cwd=directory, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                              check=False).returncode

    started = time.perf_counter()
    with concurrent.futures.ThreadPoolExecutor(jobs) as pool:
        failed = sum(code != 0 for code in pool.map(run, commands))
    return time.perf_counter() - started, failed


def run_irqlint(options):
    """Seconds of the whole run and of each phase, summed over the databases."""
    phases = collections.Counter()
    started = time.perf_counter()
    for database in options.database:
        extra = [word for path in options.ddk or [] for word in ("--ddk", str(path))]
        done = subprocess.run([options.irqlint, "analyze", "-p", database, "-j", str(options.jobs), "--stats", "--quiet",
                               "--headers", options.headers, *extra], capture_output=True, text=True, check=False)
        if done.returncode not in (0, 1):
            sys.exit(f"irqlint ended with {done.returncode}:\n{done.stderr}")
        for line in done.stderr.splitlines():
            if line.startswith("stats: phase "):
                *name, seconds = line.removeprefix("stats: phase ").split()
                phases[" ".join(name)] += float(seconds)
    return time.perf_counter() - started, phases


def main():
    options = parse_arguments()
    options.irqlint = options.irqlint.resolve()
    commands = [syntax_only_command(entry, database, options) for database in options.database
                for entry in json.loads((database / "compile_commands.json").read_text())]
    clang, irqlint, phases = [], [], []
    failed = 0
    for round_number in range(options.rounds + 1):
        seconds, failed = run_clang(commands, options.jobs)
        total, phase_seconds = run_irqlint(options)
        if round_number == 0:
            continue  # warms the file cache for both
        clang.append(seconds)
        irqlint.append(total)
        phases.append(phase_seconds)

    median = {name: statistics.median(phase[name] for phase in phases) for name in sorted(set().union(*phases))}
    solve = sum(seconds for name, seconds in median.items() if name in ("link", "solve", "analyse"))
    result = {
        "units": len(commands), "unitsClangRejects": failed, "jobs": options.jobs, "rounds": options.rounds,
        "clangSeconds": statistics.median(clang), "irqlintSeconds": statistics.median(irqlint),
        "ratio": statistics.median(irqlint) / statistics.median(clang),
        "phases": median, "solveShare": solve / statistics.median(irqlint),
    }
    print(f"{result['units']} units, {options.jobs} jobs, median of {options.rounds} rounds")
    print(f"  {options.clang} -fsyntax-only  {result['clangSeconds']:8.3f} s   ({failed} units with errors)")
    print(f"  irqlint analyze          {result['irqlintSeconds']:8.3f} s   ratio {result['ratio']:.2f}")
    for name, seconds in median.items():
        print(f"    {name:<22} {seconds:8.3f} s   {seconds / result['irqlintSeconds']:6.1%}")
    print(f"  link and solve: {result['solveShare']:.1%} of the run")
    if options.json:
        options.json.write_text(json.dumps(result, indent=2) + "\n")
    too_slow = options.maximum_ratio is not None and result["ratio"] > options.maximum_ratio
    too_much = options.maximum_solve_share is not None and result["solveShare"] > options.maximum_solve_share
    return 1 if too_slow or too_much else 0


if __name__ == "__main__":
    sys.exit(main())
