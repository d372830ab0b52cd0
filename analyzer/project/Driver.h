// What is to be analysed: drivers, each with the units that make its program.
#pragma once

#include <string>
#include <vector>

#include "analyzer/model/CompileCommand.h"

namespace irqlint {

// One driver: units that are linked into one image. Same-named functions of two drivers are different functions.
struct Driver {
  std::string name;         // as its image is named, without ".sys"
  std::string projectFile;  // what describes it: a project, a database, a folder; absolute
  std::string description;  // "KMDF driver, Release|x64"
  std::vector<CompileCommand> commands;
  std::vector<std::string> notes;  // what of it could not be understood or found
};

// What was found and is not analysed.
struct SkippedProject {
  std::string path;
  std::string reason;  // "user mode: application"
};

struct DriverSet {
  std::vector<Driver> drivers;
  std::vector<SkippedProject> skipped;
  std::vector<std::string> problems;  // files that could not be read; each names the file and the way out
  std::vector<std::string> roots;     // folders whose headers are the drivers' own; absolute
};

}  // namespace irqlint
