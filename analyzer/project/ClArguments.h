// The settings of a ClCompile item as arguments of cl.
#pragma once

#include <string>
#include <vector>

#include "analyzer/model/CompileCommand.h"
#include "analyzer/project/FileFinder.h"
#include "analyzer/project/MsBuildProject.h"

namespace irqlint {

// What all units of a project share.
struct ClSettings {
  const MsBuildProject& project;
  std::string folder;                   // of the project file
  std::vector<std::string> macros;      // of the build tools; the project's own win over them
  std::vector<std::string> wdkFolders;  // searched after the project's own
  bool isKernel = true;
  std::string name = {};  // of the project file, without its folder
};

// The command that compiles `file` with the metadata of its item. Include folders are spelled as on disk; those that do
// not exist (of generated headers, of the build machine) are left out.
CompileCommand clCommand(const std::string& file, const PropertyMap& metadata, const ClSettings& settings,
                         FileFinder& files);

// `folder` as arguments name it, without those it has: "/I" and so on.
void addIncludeFolder(const std::string& name, const std::string& base, FileFinder& files,
                      std::vector<std::string>& folders);

}  // namespace irqlint
