// What lies in a folder and below it, as far as it can describe or be a driver.
#pragma once

#include <string>
#include <vector>

#include "analyzer/project/FileFinder.h"

namespace irqlint {

struct SourceTree {
  std::vector<std::string> solutions;      // .sln, .slnx
  std::vector<std::string> projects;       // .vcxproj
  std::vector<std::string> otherProjects;  // .csproj, .wapproj and their like
  std::vector<std::string> buildFiles;     // sources
  std::vector<std::string> sources;        // C and C++
  std::vector<std::string> headers;
  bool isComplete = true;  // false: there is more than is read
};

// Walks `folder`, leaving out what version control and tools keep in folders of their own. Each list is sorted.
SourceTree walkSourceTree(const std::string& folder, FileFinder& files);

// The folder of the repository or working copy that holds `folder`; "" if it is in none.
std::string repositoryOf(const std::string& folder, FileFinder& files);

}  // namespace irqlint
