// Gives each driver the units of the static libraries it links.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "analyzer/project/Driver.h"
#include "analyzer/project/FileFinder.h"
#include "analyzer/project/VcxProject.h"

namespace irqlint {

class DriverLinker {
 public:
  explicit DriverLinker(FileFinder& files) : files_(files) {}

  // Takes note of a project to read.
  void add(VcxRequest request) {
    asked_.insert(request.file);
    requests_.push_back(std::move(request));
  }

  // Takes a project that was read by other means.
  void add(VcxProject project);

  // Reads what was noted and what it refers to, and adds drivers, what was left out and what went wrong to `set`. What
  // is noted after it is added by a further call.
  void finish(DriverSet& set);

 private:
  void readAll(DriverSet& set);
  std::vector<const VcxProject*> librariesOf(const VcxProject& driver) const;

  FileFinder& files_;
  std::vector<VcxRequest> requests_;
  std::map<std::string, VcxProject> projects_;  // by file
  std::set<std::string> asked_;                 // what the user named, not only what that refers to
  std::set<std::string> done_;                  // what is in the result
};

}  // namespace irqlint
