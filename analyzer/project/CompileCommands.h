// Reads compile_commands.json.
#pragma once

#include <string>
#include <string_view>

#include <llvm/Support/VirtualFileSystem.h>

#include "analyzer/model/CompileCommand.h"
#include "analyzer/support/Result.h"

namespace irqlint {

// What one database holds, and what in it had to be left out.
struct CompileCommandsFile {
  std::vector<CompileCommand> commands;
  std::vector<std::string> problems;  // entries left out or repaired, each naming file, entry and reason
};

// Reads the database at `path` (a file, or a folder that holds compile_commands.json): `command` strings split as the
// compiler's platform does, `arguments` lists, response files expanded, inputs and outputs taken out. Fails
// only if the file cannot be read or is no database at all.
Result<CompileCommandsFile> readCompileCommands(std::string_view path, llvm::vfs::FileSystem& fileSystem);

}  // namespace irqlint
