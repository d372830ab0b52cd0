// Splits one command of a database into the arguments of its compiler.
#pragma once

#include <string>
#include <vector>

#include <llvm/Support/VirtualFileSystem.h>

#include "analyzer/model/CompileCommand.h"

namespace irqlint {

struct CommandLine {
  CommandDialect dialect = CommandDialect::Gcc;
  std::vector<std::string> arguments;  // without launchers and compiler, response files expanded or left out
  std::vector<std::string> problems;   // response files that could not be read
};

// Splits `command` as the shell of its compiler does: Windows rules for cl and for programs named by a Windows path.
std::vector<std::string> splitCommand(const std::string& command);

// Takes compiler launchers and the compiler off `words` and expands response files, which lie relative to `directory`.
CommandLine readCommandLine(std::vector<std::string> words, const std::string& directory,
                            llvm::vfs::FileSystem& fileSystem);

}  // namespace irqlint
