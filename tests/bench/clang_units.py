"""Units as clang is to read them: with the macros, headers and annotations that irqlint reads them with.

What irqlint tolerates, clang is helped over. A header whose name differs in case from the one on disk is linked under the
name asked for, and one that is nowhere is made empty, in a folder that clang searches last: irqlint reads the same files.
Annotations that mingw-w64 does not define are defined as nothing; their names are taken from the frontend's list.
Errors that remain (names of a WDK that is not there) do not stop clang (-ferror-limit=0) and are counted.
"""
import os
import pathlib
import re
import shlex
import subprocess

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

    def preprocessed_size(self):
        """In bytes, without the lines that say where a line is from."""
        command = [word if word != "-fsyntax-only" else "-E" for word in self.command] + ["-P"]
        done = subprocess.run(command, cwd=self.directory, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False)
        return len(done.stdout)

    def headers(self):
        """The files that it reads."""
        command = [word if word != "-fsyntax-only" else "-M" for word in self.command]
        done = subprocess.run(command, cwd=self.directory, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
                              errors="replace", check=False)
        names = done.stdout.partition(":")[2].replace("\\\n", " ")
        return {(self.directory / name).resolve() for name in shlex.split(names)}

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
