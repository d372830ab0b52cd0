// Reads one Visual C++ project as a driver, or says why it is none.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analyzer/project/BuildChoice.h"
#include "analyzer/project/Driver.h"
#include "analyzer/project/FileFinder.h"
#include "analyzer/project/WdkHeaders.h"
#include "analyzer/project/WdkTargets.h"
#include "analyzer/support/Result.h"

namespace irqlint {

struct VcxRequest {
  std::string file;            // as spelled on disk
  std::string solutionFolder;  // "": the nearest folder upwards that holds a solution
  std::string solutionName;    // "": unknown
  BuildChoice choice;
  std::string treeFolder;  // what the project may read; "": anything
  const WdkHeaders* wdk = nullptr;
};

// A project that was read.
struct VcxProject {
  Classification classification;
  Driver driver;                        // without units if it is left out
  std::vector<std::string> references;  // project files it refers to, as spelled on disk
  std::vector<std::string> libraries;   // names of the libraries it links, lower-case, without folder
  std::string output;                   // the name of what it builds, lower-case, with ".lib" if that is a library
};

// Reads `request.file`. Where the project lacks the configuration asked for, the nearest is used and noted.
Result<VcxProject> readVcxProject(const VcxRequest& request, FileFinder& files);

}  // namespace irqlint
