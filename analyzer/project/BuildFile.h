// The old WDK's build files: `sources` describes one driver, `dirs` a tree of them.
#pragma once

#include <string>
#include <vector>

#include "analyzer/project/FileFinder.h"
#include "analyzer/project/VcxProject.h"
#include "analyzer/support/Result.h"

namespace irqlint {

struct BuildFileRequest {
  std::string file;  // as spelled on disk
  BuildChoice choice;
  std::string treeFolder;  // what the project may read; "": anything
  const WdkHeaders* wdk = nullptr;
};

// Reads a `sources` file as the project it describes.
Result<VcxProject> readSourcesFile(const BuildFileRequest& request, FileFinder& files);

// The `sources` files below a `dirs` file, in its order; what does not exist is in `problems`.
std::vector<std::string> sourcesOfDirs(const std::string& file, const std::string& treeFolder, FileFinder& files,
                                       std::vector<std::string>& problems);

}  // namespace irqlint
