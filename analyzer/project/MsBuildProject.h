// Evaluates an MSBuild project as far as drivers use it: properties and imports first, then item definitions, then
// items. Targets are never run.
#pragma once

#include <string>
#include <vector>

#include "analyzer/project/FileFinder.h"
#include "analyzer/project/MsBuildExpression.h"
#include "analyzer/project/PropertyMap.h"
#include "analyzer/support/Result.h"

namespace irqlint {

struct MsBuildRequest {
  PropertyMap globals;     // win over what the project says: Configuration, Platform, SolutionDir
  PropertyMap toolset;     // what the build tools' own files define; the project may change them
  std::string treeFolder;  // imports and wildcards do not leave it; "": anywhere
};

struct MsBuildProject {
  std::string file;
  PropertyMap properties;
  ItemLists items;
  std::map<std::string, PropertyMap, CaseInsensitiveLess> itemDefinitions;
  std::vector<std::string> problems;  // imports not found, conditions not understood; each names its file
};

// Fails if the file cannot be read, is no XML or no project. Everything else is in the problems.
Result<MsBuildProject> evaluateProject(const std::string& file, const MsBuildRequest& request, FileFinder& files);

}  // namespace irqlint
