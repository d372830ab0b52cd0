// Reads a solution, .sln or .slnx: which projects it holds, and in which configuration it builds each.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "analyzer/project/FileFinder.h"
#include "analyzer/project/VcxProject.h"
#include "analyzer/support/Result.h"

namespace irqlint {

struct SolutionProject {
  std::string name;
  std::string file;  // normalised, as the solution spells it
  // The solution's "Release|x64", lower-case, to the project's own.
  std::map<std::string, BuildChoice> choices;
};

struct Solution {
  std::string file;
  std::vector<SolutionProject> projects;
};

// Fails if the file cannot be read or is no solution.
Result<Solution> readSolution(const std::string& file, FileFinder& files);

// The project's configuration when the solution is built as `choice`.
BuildChoice choiceWithin(const SolutionProject& project, const BuildChoice& choice);

}  // namespace irqlint
