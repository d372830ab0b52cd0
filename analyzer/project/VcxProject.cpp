#include "analyzer/project/VcxProject.h"

#include <algorithm>
#include <set>

#include <llvm/ADT/StringRef.h>
#include <llvm/Support/Path.h>

#include "analyzer/project/ArgumentFilter.h"
#include "analyzer/project/ClArguments.h"
#include "analyzer/project/MsBuildProject.h"
#include "analyzer/project/Paths.h"

namespace irqlint {
namespace {

std::string nearestSolutionFolder(const std::string& folder, FileFinder& files) {
  const auto isSolution = [](const std::string& name) {
    return llvm::StringRef(name).ends_with_insensitive(".sln") || llvm::StringRef(name).ends_with_insensitive(".slnx");
  };
  for (std::string at = folder;; at = parentPath(at)) {
    const FolderListing& listing = files.list(at);
    if (std::any_of(listing.files.begin(), listing.files.end(), isSolution)) return at;
    if (parentPath(at) == at) return folder;
  }
}

MsBuildRequest msBuildRequest(const VcxRequest& request, const BuildChoice& choice, FileFinder& files) {
  const std::string solution =
      request.solutionFolder.empty() ? nearestSolutionFolder(parentPath(request.file), files) : request.solutionFolder;
  MsBuildRequest evaluation;
  evaluation.globals = {{"Configuration", choice.configuration},
                        {"Platform", choice.platform},
                        {"SolutionDir", solution.ends_with('/') ? solution : solution + "/"},
                        {"SolutionName", request.solutionName}};
  evaluation.toolset = toolsetProperties(request.wdk);
  evaluation.treeFolder = request.treeFolder;
  return evaluation;
}

const std::vector<MsBuildItem>& itemsOf(const MsBuildProject& project, const char* type) {
  static const std::vector<MsBuildItem> none;
  const auto items = project.items.find(llvm::StringRef(type));
  return items == project.items.end() ? none : items->second;
}

// The nearest to `wanted` of what the project can build; `wanted` itself if it lists nothing.
BuildChoice availableChoice(const MsBuildProject& project, const BuildChoice& wanted) {
  BuildChoice best = wanted;
  int bestScore = -1;
  for (const MsBuildItem& item : itemsOf(project, "ProjectConfiguration")) {
    const auto [configuration, platform] = llvm::StringRef(item.include).split('|');
    int score = 0;
    if (platform.equals_insensitive(wanted.platform))
      score += 100;
    else if (platform.contains_insensitive("64"))
      score += 20;
    else if (platform.equals_insensitive("Win32"))
      score += 10;
    if (configuration.equals_insensitive(wanted.configuration))
      score += 50;
    else if (configuration.contains_insensitive(wanted.configuration))
      score += 25;
    else if (!configuration.contains_insensitive("Debug"))
      score += 5;
    if (score < bestScore || (score == bestScore && score != 25)) continue;
    bestScore = score;
    best = {configuration.str(), platform.str()};
  }
  return best;
}

class DriverReader {
 public:
  DriverReader(const VcxRequest& request, MsBuildProject project, BuildChoice choice, FileFinder& files)
      : request_(request), project_(std::move(project)), choice_(std::move(choice)), files_(files) {}

  VcxProject read() {
    result_.classification = classify(project_);
    Driver& driver = result_.driver;
    driver.name = valueOf(project_.properties, "TargetName");
    if (driver.name.empty()) driver.name = valueOf(project_.properties, "MSBuildProjectName");
    driver.projectFile = request_.file;
    driver.description = result_.classification.description + ", " + choice_.configuration + "|" + choice_.platform;
    driver.notes = project_.problems;
    readLinks();
    if (result_.classification.kind != ProjectKind::Other) readUnits();
    return std::move(result_);
  }

 private:
  void note(std::string text) {
    std::vector<std::string>& notes = result_.driver.notes;
    text = request_.file + ": " + std::move(text);
    if (told_.insert(text).second) notes.push_back(std::move(text));
  }

  void readLinks() {
    const std::string folder = parentPath(request_.file);
    for (const MsBuildItem& item : itemsOf(project_, "ProjectReference")) {
      if (const auto file = files_.findFile(normalizedPath(item.include, folder)))
        result_.references.push_back(*file);
      else
        note("references '" + item.include + "', which does not exist");
    }
    const auto link = project_.itemDefinitions.find(llvm::StringRef("Link"));
    if (link != project_.itemDefinitions.end()) {
      for (const std::string& library : splitList(valueOf(link->second, "AdditionalDependencies"))) {
        const llvm::StringRef name = llvm::StringRef(library).trim('"');
        result_.libraries.push_back(name.substr(name.find_last_of("\\/") + 1).lower());
      }
    }
    result_.output = llvm::StringRef(result_.driver.name).lower();
    const bool isLibrary =
        llvm::StringRef(valueOf(project_.properties, "ConfigurationType")).equals_insensitive("StaticLibrary");
    if (isLibrary) result_.output += ".lib";
  }

  void readUnits() {
    const bool isKernel = result_.classification.kind != ProjectKind::Library;
    const ClSettings settings{
        .project = project_,
        .folder = parentPath(request_.file),
        .macros = isKernel ? wdkMacros(project_.properties) : platformMacros(valueOf(project_.properties, "Platform")),
        .wdkFolders = request_.wdk && isKernel ? request_.wdk->includePath(kmdfMinor(project_.properties), files_)
                                               : std::vector<std::string>(),
        .isKernel = isKernel,
        .name = llvm::sys::path::filename(request_.file).str()};
    std::set<std::string> seen;
    for (const MsBuildItem& item : itemsOf(project_, "ClCompile")) {
      if (llvm::StringRef(valueOf(item.metadata, "ExcludedFromBuild")).trim().equals_insensitive("true")) continue;
      const std::string path = normalizedPath(item.include, settings.folder);
      if (!request_.treeFolder.empty() && !isWithin(path, request_.treeFolder)) {
        note("names '" + item.include + "', which is outside '" + request_.treeFolder + "', and is left out");
        continue;
      }
      const auto file = files_.findFile(path);
      if (!file) {
        note("names '" + item.include + "', which does not exist");
        continue;
      }
      if (!seen.insert(*file).second) continue;
      addUnit(*file, item, settings);
    }
  }

  void addUnit(const std::string& file, const MsBuildItem& item, const ClSettings& settings) {
    const std::string language = valueOf(item.metadata, "CompileAs");
    const bool isForced = llvm::StringRef(language).starts_with_insensitive("CompileAsC");
    if (!isSourceName(file) && !isForced) return note("'" + item.include + "' is neither C nor C++ and is left out");
    result_.driver.commands.push_back(clCommand(file, item.metadata, settings, files_));
  }

  const VcxRequest& request_;
  const MsBuildProject project_;
  const BuildChoice choice_;
  FileFinder& files_;
  VcxProject result_;
  std::set<std::string> told_;
};

}  // namespace

Result<VcxProject> readVcxProject(const VcxRequest& request, FileFinder& files) {
  Result<MsBuildProject> project = evaluateProject(request.file, msBuildRequest(request, request.choice, files), files);
  if (!project) return Error(project.error());
  const BuildChoice choice = availableChoice(*project, request.choice);
  const bool isExact = llvm::StringRef(choice.configuration).equals_insensitive(request.choice.configuration) &&
                       llvm::StringRef(choice.platform).equals_insensitive(request.choice.platform);
  if (!isExact) {
    project = evaluateProject(request.file, msBuildRequest(request, choice, files), files);
    if (!project) return Error(project.error());
    project->problems.push_back(request.file + ": has no configuration " + request.choice.configuration + "|" +
                                request.choice.platform + "; read as " + choice.configuration + "|" + choice.platform);
  }
  return DriverReader(request, *std::move(project), choice, files).read();
}

}  // namespace irqlint
