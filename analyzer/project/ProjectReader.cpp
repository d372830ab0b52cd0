#include "analyzer/project/ProjectReader.h"

#include <algorithm>
#include <map>
#include <set>

#include <llvm/ADT/StringRef.h>
#include <llvm/Support/Path.h>

#include "analyzer/project/ArgumentFilter.h"
#include "analyzer/project/BareFolder.h"
#include "analyzer/project/BuildFile.h"
#include "analyzer/project/DriverLinker.h"
#include "analyzer/project/Paths.h"
#include "analyzer/project/Solution.h"
#include "analyzer/project/SourceTree.h"

namespace irqlint {
namespace {

constexpr std::size_t kMaxNamed = 10;

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
    readBuildFiles(buildFiles_);
    linker_.finish(set_);
    readRest(sources);
    finish();
    if (set_.drivers.empty()) return Error(nothingFound(paths));
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
    trees_.emplace_back(folder, tree);
  }

  // What no project covers: build files in folders of their own, and folders that have no project at all.
  void readRest(const std::vector<std::string>& sources) {
    for (const auto& [folder, tree] : trees_) {
      std::vector<std::string> uncovered;
      for (const std::string& file : tree.buildFiles)
        if (!isCovered(parentPath(file))) uncovered.push_back(file);
      readBuildFiles(uncovered);
      linker_.finish(set_);
    }
    for (const auto& [folder, tree] : trees_) {
      const auto isOfTree = [&, &name = folder](const Driver& driver) { return isWithin(driver.projectFile, name); };
      if (tree.sources.empty()) continue;
      if (std::any_of(set_.drivers.begin(), set_.drivers.end(), isOfTree)) {
        noteUncovered(folder, tree);
        continue;
      }
      const bool hasProjects = !tree.projects.empty() || !tree.buildFiles.empty();
      const SourceChoice choice = hasProjects ? SourceChoice::SurelyKernelMode : SourceChoice::NotUserMode;
      guess({.folder = folder, .sources = tree.sources, .headers = tree.headers, .sourceChoice = choice});
    }
    if (sources.empty()) return;
    std::string folder = commonFolder(sources);
    if (folder.empty()) folder = parentPath(sources.front());
    std::vector<std::string> headers = walkSourceTree(folder, files_).headers;
    guess({.folder = folder, .sources = sources, .headers = std::move(headers), .sourceChoice = SourceChoice::All});
  }

  // Sources of kernel-mode code that no project names: samples, dead code, or a driver that is built by other means.
  void noteUncovered(const std::string& folder, const SourceTree& tree) {
    std::set<std::string> covered;
    for (const Driver& driver : set_.drivers)
      for (const CompileCommand& command : driver.commands) covered.insert(command.file);
    BareFolderRequest request{.folder = folder, .headers = tree.headers};
    request.sourceChoice = SourceChoice::SurelyKernelMode;
    // What lies with a project is that project's affair, even if it is left out.
    const auto liesWithProject = [&](const std::string& file) {
      return std::any_of(requested_.begin(), requested_.end(), [&](const std::string& project) {
        const std::string place = parentPath(project);
        return place != folder && isWithin(file, place);
      });
    };
    for (const std::string& file : tree.sources)
      if (!covered.contains(file) && !liesWithProject(file)) request.sources.push_back(file);
    std::vector<SkippedProject> ignored;
    const std::size_t count = guessDriver(request, files_, ignored).commands.size();
    if (count <= covered.size()) return;
    set_.problems.push_back(folder + ": " + std::to_string(count) +
                            " sources that look like kernel-mode code belong to no project, more than the projects "
                            "name; read them by naming their folders, or with a compilation database");
  }

  // True if a project lies in the folder, or a driver has a unit there.
  bool isCovered(const std::string& folder) const {
    const auto liesHere = [&](const std::string& file) { return parentPath(file) == folder; };
    if (std::any_of(requested_.begin(), requested_.end(), liesHere)) return true;
    return std::any_of(set_.drivers.begin(), set_.drivers.end(), [&](const Driver& driver) {
      return std::any_of(driver.commands.begin(), driver.commands.end(),
                         [&](const CompileCommand& command) { return liesHere(command.file); });
    });
  }

  void readBuildFiles(const std::vector<std::string>& files) {
    for (const std::string& file : files) {
      const std::string folder = parentPath(file);
      const std::string tree = repositoryOf(folder, files_);
      const bool isDirs = llvm::sys::path::filename(file).equals_insensitive("dirs");
      const std::vector<std::string> all =
          isDirs ? sourcesOfDirs(file, tree, files_, set_.problems) : std::vector<std::string>{file};
      for (const std::string& sources : all) readBuildFile(sources, tree);
    }
  }

  void readBuildFile(const std::string& file, const std::string& tree) {
    if (!requested_.insert(file).second) return;
    noteRoot(parentPath(file));
    Result<VcxProject> project = readSourcesFile({file, options_.choice, tree, wdk_ ? &*wdk_ : nullptr}, files_);
    if (project)
      linker_.add(*std::move(project));
    else
      set_.problems.push_back(project.error().message());
  }

  void guess(BareFolderRequest request) {
    noteRoot(request.folder);
    request.choice = options_.choice;
    request.wdk = wdk_ ? &*wdk_ : nullptr;
    Driver driver = guessDriver(request, files_, set_.skipped);
    if (!driver.commands.empty()) set_.drivers.push_back(std::move(driver));
  }

  // Says what was looked at, where nothing of it is a driver.
  std::string nothingFound(const std::vector<std::string>& paths) const {
    std::string text = paths.front() + ": no kernel-mode driver in it";
    for (std::size_t i = 0; i < set_.skipped.size() && i < kMaxNamed; ++i)
      text += "\n  " + set_.skipped[i].path + ": " + set_.skipped[i].reason;
    for (std::size_t i = 0; i < set_.problems.size() && i < kMaxNamed; ++i) text += "\n  " + set_.problems[i];
    return text + "\nName a project, a folder of sources, or a compilation database with -p";
  }

  void skip(const std::string& path, std::string reason) {
    if (requested_.insert(path).second) set_.skipped.push_back({path, std::move(reason)});
  }

  // Headers of a whole repository are its drivers' own; without one, those of the folder that was named.
  void noteRoot(const std::string& folder) {
    const std::string repository = repositoryOf(folder, files_);
    roots_.insert(repository.empty() ? folder : repository);
  }

  void finish() {
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
  }

  const ReadOptions& options_;
  FileFinder files_;
  std::optional<WdkHeaders> wdk_;
  DriverLinker linker_{files_};
  DriverSet set_;
  std::set<std::string> requested_;
  std::set<std::string> roots_;
  std::vector<std::string> buildFiles_;
  std::vector<std::pair<std::string, SourceTree>> trees_;  // of the folders that were named
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
