#include "analyzer/project/ProjectReader.h"

#include <algorithm>
#include <map>
#include <set>

#include <llvm/ADT/StringRef.h>
#include <llvm/Support/Path.h>

#include "analyzer/project/ArgumentFilter.h"
#include "analyzer/project/DriverLinker.h"
#include "analyzer/project/Paths.h"
#include "analyzer/project/Solution.h"
#include "analyzer/project/SourceTree.h"

namespace irqlint {
namespace {

enum class PathKind { Solution, VcxProject, BuildFile, Source, Other };

PathKind kindOf(llvm::StringRef path) {
  const llvm::StringRef name = llvm::sys::path::filename(path);
  const llvm::StringRef extension = llvm::sys::path::extension(path);
  if (extension.equals_insensitive(".sln") || extension.equals_insensitive(".slnx")) return PathKind::Solution;
  if (extension.equals_insensitive(".vcxproj")) return PathKind::VcxProject;
  if (name.equals_insensitive("sources") || name.equals_insensitive("dirs")) return PathKind::BuildFile;
  return isSourceName(path) ? PathKind::Source : PathKind::Other;
}

// Why a project that is no .vcxproj is left out.
std::string reasonFor(llvm::StringRef file) {
  const llvm::StringRef extension = llvm::sys::path::extension(file);
  for (const char* managed : {".csproj", ".vbproj", ".fsproj"})
    if (extension.equals_insensitive(managed)) return "managed code";
  for (const char* package : {".wapproj", ".wixproj", ".vdproj", ".wxsproj", ".isproj"})
    if (extension.equals_insensitive(package)) return "packaging: holds no code";
  if (extension.equals_insensitive(".vcproj"))
    return "a project of Visual C++ 2008 or older; convert it to .vcxproj, or name its folder of sources";
  return "no C or C++ project";
}

class ProjectsReader {
 public:
  ProjectsReader(const ReadOptions& options, llvm::vfs::FileSystem& fileSystem)
      : options_(options), files_(fileSystem) {}

  Result<DriverSet> read(const std::vector<std::string>& paths) {
    if (const std::string problem = findWdkFor(paths); !problem.empty()) return Error(problem);
    std::vector<std::string> sources;
    for (const std::string& path : paths) {
      if (const auto folder = files_.findFolder(path)) {
        readFolder(*folder);
        continue;
      }
      const auto file = files_.findFile(path);
      if (!file) return Error("no such file or folder").within(path);
      if (const std::string problem = readFile(*file, sources); !problem.empty()) return Error(problem);
    }
    finish(paths);
    return std::move(set_);
  }

 private:
  std::string findWdkFor(const std::vector<std::string>& paths) {
    if (!options_.wdk.empty()) {
      wdk_ = wdkIn(options_.wdk, files_);
      if (!wdk_)
        return "'" + options_.wdk + "' holds no WDK: looked for Include/<version>/km/wdm.h and for unpacked packages";
      return "";
    }
    if (!options_.searchesWdk) return "";
    std::vector<std::string> folders;
    for (const std::string& path : paths)
      for (std::string at = path; parentPath(at) != at; at = parentPath(at)) folders.push_back(at);
    wdk_ = findWdk(folders, files_);
    return "";
  }

  // Returns why it cannot be read, or "".
  std::string readFile(const std::string& file, std::vector<std::string>& sources) {
    switch (kindOf(file)) {
      case PathKind::Solution: return readSolutionFile(file);
      case PathKind::VcxProject: request(file, "", "", options_.choice); return "";
      case PathKind::BuildFile: buildFiles_.push_back(file); return "";
      case PathKind::Source: sources.push_back(file); return "";
      case PathKind::Other: break;
    }
    return file + ": is no solution, project, 'sources' or 'dirs' file, and no C or C++ source";
  }

  std::string readSolutionFile(const std::string& file) {
    const Result<Solution> solution = readSolution(file, files_);
    if (!solution) return solution.error().message();
    addSolution(*solution);
    return "";
  }

  void addSolution(const Solution& solution) {
    noteRoot(parentPath(solution.file));
    for (const SolutionProject& project : solution.projects) {
      const auto file = files_.findFile(project.file);
      if (!file) {
        if (kindOf(project.file) == PathKind::VcxProject)
          set_.problems.push_back(solution.file + ": names '" + project.file + "', which does not exist");
      } else if (kindOf(*file) == PathKind::VcxProject) {
        request(*file, parentPath(solution.file), llvm::sys::path::stem(solution.file).str(),
                choiceWithin(project, options_.choice));
      } else if (llvm::sys::path::extension(*file).ends_with_insensitive("proj")) {
        skip(*file, reasonFor(*file));
      }
    }
  }

  // A project that is in several solutions is read once, for the first: solutions nearest to it come first.
  void request(const std::string& file, std::string solutionFolder, std::string solutionName, BuildChoice choice) {
    if (!requested_.insert(file).second) return;
    noteRoot(parentPath(file));
    linker_.add({file, std::move(solutionFolder), std::move(solutionName), std::move(choice),
                 repositoryOf(parentPath(file), files_), wdk_ ? &*wdk_ : nullptr});
  }

  void readFolder(const std::string& folder) {
    noteRoot(folder);
    const SourceTree tree = walkSourceTree(folder, files_);
    if (!tree.isComplete)
      set_.problems.push_back(folder + ": holds more than can be read; name a folder of it, or its projects");
    std::vector<std::string> solutions = tree.solutions;
    const auto depth = [](const std::string& path) { return std::count(path.begin(), path.end(), '/'); };
    std::stable_sort(solutions.begin(), solutions.end(), [&](auto& a, auto& b) { return depth(a) > depth(b); });
    for (const std::string& file : solutions) {
      const Result<Solution> solution = readSolution(file, files_);
      if (solution)
        addSolution(*solution);
      else
        set_.problems.push_back(solution.error().message());
    }
    for (const std::string& file : tree.projects) request(file, "", "", options_.choice);
    for (const std::string& file : tree.otherProjects) skip(file, reasonFor(file));
  }

  void skip(const std::string& path, std::string reason) {
    if (requested_.insert(path).second) set_.skipped.push_back({path, std::move(reason)});
  }

  // Headers of a whole repository are its drivers' own; without one, those of the folder that was named.
  void noteRoot(const std::string& folder) {
    const std::string repository = repositoryOf(folder, files_);
    roots_.insert(repository.empty() ? folder : repository);
  }

  void finish(const std::vector<std::string>& paths) {
    linker_.finish(set_);
    const auto byFile = [](const auto& a, const auto& b) { return a.path < b.path; };
    std::stable_sort(set_.skipped.begin(), set_.skipped.end(), byFile);
    const auto byProject = [](const auto& a, const auto& b) { return a.projectFile < b.projectFile; };
    std::stable_sort(set_.drivers.begin(), set_.drivers.end(), byProject);
    for (const Driver& driver : set_.drivers)
      for (const CompileCommand& command : driver.commands) roots_.insert(parentPath(command.file));
    for (const std::string& root : roots_) {
      const auto covers = [&](const std::string& other) { return isWithin(root, other); };
      if (std::none_of(set_.roots.begin(), set_.roots.end(), covers)) set_.roots.push_back(root);
    }
    (void)paths;
  }

  const ReadOptions& options_;
  FileFinder files_;
  std::optional<WdkHeaders> wdk_;
  DriverLinker linker_{files_};
  DriverSet set_;
  std::set<std::string> requested_;
  std::set<std::string> roots_;
  std::vector<std::string> buildFiles_;
};

}  // namespace

bool isProjectFile(std::string_view path) {
  const PathKind kind = kindOf(path);
  return kind == PathKind::Solution || kind == PathKind::VcxProject || kind == PathKind::BuildFile;
}

Result<DriverSet> readProjects(const std::vector<std::string>& paths, const ReadOptions& options,
                               llvm::vfs::FileSystem& fileSystem) {
  return ProjectsReader(options, fileSystem).read(paths);
}

}  // namespace irqlint
