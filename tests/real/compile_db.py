#!/usr/bin/env python3
"""Makes a compile_commands.json for a driver's project file, by simple reading of its XML.

    compile_db.py driver.vcxproj -o OUT [--include FOLDER]... [--define NAME=VALUE]...

Only what decides how a unit parses is read: ClCompile items, their macros, include folders and forced headers, of the
configuration Release|x64. Names are looked up on disk without regard to case, as Windows does.
"""
import argparse
import json
import pathlib
import re
import sys
import xml.etree.ElementTree

CONFIGURATION = "Release"
PLATFORM = "x64"
KMDF = ["KMDF_VERSION_MAJOR=1", "KMDF_VERSION_MINOR=33"]


def local_name(element):
    return element.tag.rpartition("}")[2]


def on_disk(path):
    """The path as it is spelled on disk, or None."""
    current = pathlib.Path(path.anchor) if path.is_absolute() else pathlib.Path()
    for part in path.parts[1 if path.is_absolute() else 0:]:
        if part == "..":
            current = current.parent if current.name not in ("", "..") else current / part
            continue
        if not (current / part).exists():
            matches = [entry for entry in sorted(current.iterdir()) if entry.name.lower() == part.lower()] \
                if current.is_dir() else []
            if not matches:
                return None
            part = matches[0].name
        current = current / part
    return current


class Project:
    def __init__(self, path):
        self.path = path.resolve()
        self.folder = self.path.parent
        solution = next((folder for folder in [self.folder, *self.folder.parents] if any(folder.glob("*.sln"))),
                        self.folder)
        self.properties = {
            "configuration": CONFIGURATION, "platform": PLATFORM, "solutiondir": f"{solution}/",
            "projectdir": f"{self.folder}/", "msbuildprojectdirectory": str(self.folder),
            "msbuildthisfiledirectory": f"{self.folder}/", "msbuildprojectname": self.path.stem, "intdir": ".",
        }
        self.defaults = {}
        self.units = []
        self.read(self.path)

    def expand(self, text):
        text = re.sub(r"\$\((\w+)\)", lambda match: self.properties.get(match[1].lower(), ""), text or "")
        return text.strip()

    def holds(self, element):
        condition = element.get("Condition")
        match = re.fullmatch(r"\s*'([^']*)'\s*(==|!=)\s*'([^']*)'\s*", condition or "''==''")
        if not match:
            return False
        same = self.expand(match[1]).lower() == self.expand(match[3]).lower()
        return same == (match[2] == "==")

    def read(self, path):
        for group in xml.etree.ElementTree.parse(path).getroot():
            if not self.holds(group):
                continue
            kind = local_name(group)
            if kind == "PropertyGroup":
                for element in filter(self.holds, group):
                    self.properties[local_name(element).lower()] = self.expand(element.text)
            elif kind == "ItemDefinitionGroup":
                for element in filter(self.holds, group):
                    if local_name(element) == "ClCompile":
                        self.settings(element, self.defaults)
            elif kind == "ItemGroup":
                self.read_items(group)

    def settings(self, element, into):
        for setting in filter(self.holds, element):
            name = local_name(setting)
            inherited = re.sub(r"%\(\w+\)", lambda _, name=name: into.get(name, ""), setting.text or "")
            into[name] = self.expand(inherited)

    def read_items(self, group):
        for element in filter(self.holds, group):
            if local_name(element) != "ClCompile" or not element.get("Include"):
                continue
            settings = dict(self.defaults)
            self.settings(element, settings)
            if settings.get("ExcludedFromBuild", "").lower() != "true":
                names = self.expand(element.get("Include")).split(";")
                self.units += [(name.strip(), settings) for name in names if name.strip()]

    def locate(self, name):
        return on_disk(self.folder / name.replace("\\", "/"))

    def include_folders(self, settings):
        names = settings.get("AdditionalIncludeDirectories", "").split(";")
        return [str(folder) for folder in (self.locate(name.strip()) for name in names if name.strip()) if folder]

    def macros(self, settings):
        own = [name.strip() for name in settings.get("PreprocessorDefinitions", "").split(";") if name.strip()]
        return (KMDF if self.properties.get("drivertype", "").upper() == "KMDF" else []) + own

    def commands(self, includes, defines):
        """Yields one entry for each unit that exists; what does not is named on standard error."""
        for name, settings in self.units:
            source = self.locate(name)
            if source is None:
                print(f"{self.path.name}: no file {name}", file=sys.stderr)
                continue
            arguments = ["clang-cl", "/c", "/kernel"]
            arguments += [f"/D{macro}" for macro in ["_AMD64_", "_WIN64", *self.macros(settings), *defines]]
            arguments += [f"/I{folder}" for folder in [str(self.folder), *self.include_folders(settings), *includes]]
            arguments += [f"/FI{name.strip()}" for name in settings.get("ForcedIncludeFiles", "").split(";")
                          if name.strip()]
            yield {"directory": str(self.folder), "file": str(source), "arguments": [*arguments, str(source)]}


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("project", type=pathlib.Path)
    parser.add_argument("-o", "--output", type=pathlib.Path, required=True, help="the folder to write to")
    parser.add_argument("--include", action="append", default=[], help="a further header folder")
    parser.add_argument("--define", action="append", default=[], help="a further macro")
    options = parser.parse_args()
    commands = list(Project(options.project).commands(options.include, options.define))
    options.output.mkdir(parents=True, exist_ok=True)
    (options.output / "compile_commands.json").write_text(json.dumps(commands, indent=1) + "\n")
    print(f"{options.project}: {len(commands)} units")
    return 0 if commands else 1


if __name__ == "__main__":
    sys.exit(main())
