// One translation unit to analyse, as a build would compile it.
#pragma once

#include <string>
#include <vector>

namespace irqlint {

// How the arguments are to be read.
enum class CommandDialect { Gcc, Cl };

struct CompileCommand {
  std::string file;                    // absolute, forward slashes
  std::string directory;               // absolute: what relative arguments are relative to
  std::vector<std::string> arguments;  // without the compiler, response files expanded, without the file itself
  CommandDialect dialect = CommandDialect::Gcc;
  std::string origin = {};  // name of the file the command is from, without its folder: "driver.vcxproj"; "" if unknown

  friend bool operator==(const CompileCommand&, const CompileCommand&) = default;
};

// What is to be analysed.
struct Project {
  std::vector<CompileCommand> commands;
  std::vector<std::string> roots;  // folders whose headers are the project's own; absolute
};

}  // namespace irqlint
