// From what a user names to drivers: solutions, projects, old build files, folders, sources.
#pragma once

#include <string>
#include <vector>

#include <llvm/Support/VirtualFileSystem.h>

#include "analyzer/project/Driver.h"
#include "analyzer/project/VcxProject.h"
#include "analyzer/support/Result.h"

namespace irqlint {

struct ReadOptions {
  BuildChoice choice;
  std::string wdk;          // where a WDK is; "": searched for
  bool searchesWdk = true;  // false: only the one that is named
};

// True if the name is that of a file that describes a project: .sln, .slnx, .vcxproj, sources, dirs.
bool isProjectFile(std::string_view path);

// Reads all of `paths`, which are normalised. Fails if one does not exist or cannot be read, or if no driver is found.
Result<DriverSet> readProjects(const std::vector<std::string>& paths, const ReadOptions& options,
                               llvm::vfs::FileSystem& fileSystem);

}  // namespace irqlint
