#include "analyzer/project/DriverLinker.h"

#include <algorithm>
#include <cstddef>

#include "analyzer/project/Paths.h"

namespace irqlint {
namespace {

bool isLibrary(const VcxProject& project) {
  return project.classification.kind == ProjectKind::KernelLibrary ||
         project.classification.kind == ProjectKind::Library;
}

// How many folders two files share from the root on.
std::ptrdiff_t closeness(const std::string& a, const std::string& b) {
  const auto end = std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first;
  return std::count(a.begin(), end, '/');
}

void append(const VcxProject& library, Driver& driver) {
  for (const CompileCommand& command : library.driver.commands) {
    const auto isSame = [&](const CompileCommand& other) { return other.file == command.file; };
    if (std::none_of(driver.commands.begin(), driver.commands.end(), isSame)) driver.commands.push_back(command);
  }
  driver.notes.insert(driver.notes.end(), library.driver.notes.begin(), library.driver.notes.end());
}

}  // namespace

void DriverLinker::add(VcxProject project) {
  const std::string file = project.driver.projectFile;
  asked_.insert(file);
  projects_.emplace(file, std::move(project));
}

void DriverLinker::readAll(DriverSet& set) {
  // Grows as projects refer to others.
  for (std::size_t i = 0; i < requests_.size(); ++i) {
    const VcxRequest request = requests_[i];
    if (projects_.contains(request.file)) continue;
    Result<VcxProject> project = readVcxProject(request, files_);
    if (!project) {
      set.problems.push_back(project.error().message());
      continue;
    }
    if (project->classification.kind != ProjectKind::Other) {
      for (const std::string& reference : project->references) {
        if (projects_.contains(reference)) continue;
        VcxRequest next = request;
        next.file = reference;
        requests_.push_back(std::move(next));
      }
    }
    projects_.emplace(request.file, *std::move(project));
  }
  requests_.clear();
}

// All that it refers to or names, directly or not.
std::vector<const VcxProject*> DriverLinker::librariesOf(const VcxProject& driver) const {
  std::vector<const VcxProject*> found;
  const auto add = [&](const VcxProject& project) {
    if (isLibrary(project) && &project != &driver && std::find(found.begin(), found.end(), &project) == found.end())
      found.push_back(&project);
  };
  const auto addAllOf = [&](const VcxProject& from) {
    for (const std::string& reference : from.references) {
      const auto project = projects_.find(reference);
      if (project != projects_.end()) add(project->second);
    }
    for (const std::string& name : from.libraries) {
      const VcxProject* best = nullptr;  // of several of one name the one that lies nearest
      for (const auto& [file, project] : projects_) {
        if (project.classification.kind != ProjectKind::KernelLibrary || project.output != name) continue;
        if (!best ||
            closeness(file, driver.driver.projectFile) > closeness(best->driver.projectFile, driver.driver.projectFile))
          best = &project;
      }
      if (best) add(*best);
    }
  };
  addAllOf(driver);
  for (std::size_t i = 0; i < found.size(); ++i) addAllOf(*found[i]);
  return found;
}

void DriverLinker::finish(DriverSet& set) {
  readAll(set);
  std::set<const VcxProject*> linked;
  for (const auto& [file, project] : projects_) {
    if (project.classification.kind != ProjectKind::KernelDriver) continue;
    // A driver that is only referred to is no part of what was asked for.
    if (!asked_.contains(file) || !done_.insert(file).second) continue;
    Driver driver = project.driver;
    for (const VcxProject* library : librariesOf(project)) {
      append(*library, driver);
      linked.insert(library);
    }
    set.drivers.push_back(std::move(driver));
  }
  for (const auto& [file, project] : projects_) {
    if (!asked_.contains(file)) continue;
    if (!done_.insert(file).second || linked.contains(&project)) continue;
    if (project.classification.kind == ProjectKind::KernelLibrary) {
      set.drivers.push_back(project.driver);
      set.drivers.back().notes.push_back(file + ": no driver here links this library; it is analysed by itself");
    } else if (project.classification.kind != ProjectKind::KernelDriver) {
      set.skipped.push_back({file, project.classification.description});
    }
  }
  // A driver of which no source is there cannot be analysed.
  const auto isEmpty = [](const Driver& driver) { return driver.commands.empty(); };
  for (const Driver& driver : set.drivers) {
    if (!isEmpty(driver)) continue;
    set.skipped.push_back({driver.projectFile, "none of its sources is there"});
    set.problems.insert(set.problems.end(), driver.notes.begin(), driver.notes.end());
  }
  std::erase_if(set.drivers, isEmpty);
}

}  // namespace irqlint
