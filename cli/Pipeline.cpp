#include "cli/Pipeline.h"

#include <algorithm>

#include <llvm/Support/FileSystem.h>
#include <llvm/Support/Process.h>

#include "analyzer/extract/Extraction.h"
#include "analyzer/frontend/ExtractTu.h"
#include "analyzer/project/CompileCommands.h"
#include "analyzer/project/Paths.h"
#include "cli/Coverage.h"
#include "cli/HeaderDirectories.h"
#include "rules/RuleRunner.h"

namespace irqlint {
namespace {

constexpr const char* kDatabaseName = "compile_commands.json";

std::string workingDirectory() {
  llvm::SmallString<256> path;
  llvm::sys::fs::current_path(path);
  return normalizedPath(path.str(), "");
}

// The database of `folder` or of its nearest parent that has one.
Result<std::string> findDatabase(const std::string& folder) {
  for (std::string at = folder;; at = parentPath(at)) {
    std::string database = normalizedPath(kDatabaseName, at);
    if (llvm::sys::fs::exists(database)) return database;
    if (parentPath(at) == at) break;
  }
  return Error("no compile_commands.json in '" + folder + "' or its parents; name one with -p");
}

Result<std::string> locateDatabase(const ProjectOptions& options) {
  const std::string here = workingDirectory();
  if (options.database.empty()) return findDatabase(here);
  std::string path = normalizedPath(options.database, here);
  if (llvm::sys::fs::is_directory(path)) return normalizedPath(kDatabaseName, path);
  return path;
}

// The commands of the units that `files` names.
Result<std::vector<CompileCommand>> selectUnits(std::vector<CompileCommand> commands,
                                                const std::vector<std::string>& files) {
  if (files.empty()) return commands;
  const std::string here = workingDirectory();
  std::vector<bool> selected(commands.size());
  for (const std::string& file : files) {
    const std::string path = normalizedPath(file, here);
    bool found = false;
    for (std::size_t i = 0; i < commands.size(); ++i) {
      if (!isWithin(commands[i].file, path)) continue;
      selected[i] = true;
      found = true;
    }
    if (!found) return Error("'" + file + "' is no unit of the project and no folder of units");
  }
  std::vector<CompileCommand> chosen;
  for (std::size_t i = 0; i < commands.size(); ++i) {
    if (selected[i]) chosen.push_back(std::move(commands[i]));
  }
  return chosen;
}

struct LoadedProject {
  Project project;
  std::vector<std::string> problems;
};

Result<LoadedProject> loadProject(const ProjectOptions& options) {
  const Result<std::string> database = locateDatabase(options);
  if (!database) return Error(database.error());
  const auto disk = llvm::vfs::createPhysicalFileSystem();
  Result<CompileCommandsFile> file = readCompileCommands(*database, *disk);
  if (!file) return Error(file.error());
  if (file->commands.empty()) return Error("no C or C++ unit in it").within(*database);
  LoadedProject loaded;
  loaded.problems = std::move(file->problems);
  loaded.project.roots = projectRoots(file->commands, parentPath(*database));
  Result<std::vector<CompileCommand>> commands = selectUnits(std::move(file->commands), options.files);
  if (!commands) return Error(commands.error());
  loaded.project.commands = *std::move(commands);
  return loaded;
}

std::string sourceRootOf(const ProjectOptions& options, const std::vector<std::string>& roots) {
  std::string here = workingDirectory();
  if (!options.sourceRoot.empty()) return normalizedPath(options.sourceRoot, here);
  const auto holds = [&](const std::string& root) { return isWithin(root, here); };
  if (parentPath(here) != here && std::all_of(roots.begin(), roots.end(), holds)) return here;
  return roots.size() == 1 ? roots.front() : commonFolder(roots);
}

// "[12/340] file", each over the one before.
void showProgress(std::size_t done, std::size_t total, const std::string& file) {
  const std::size_t slash = file.rfind('/');
  llvm::errs() << "\r\x1b[K[" << done << '/' << total << "] "
               << file.substr(slash == std::string::npos ? 0 : slash + 1);
  if (done == total) llvm::errs() << "\r\x1b[K";
}

Result<Extraction> extractProject(const Project& project, const ProjectOptions& options) {
  const Result<std::string> kit = headerKit(options);
  if (!kit) return Error(kit.error());
  const Result<std::vector<std::string>> fallback = fallbackHeaders(options);
  if (!fallback) return Error(fallback.error());
  const ExtractOptions reading{.projectRoots = project.roots, .headerKit = *kit, .fallbackHeaders = *fallback};
  ExtractionOptions running{.jobs = options.jobs};
  if (llvm::sys::Process::StandardErrIsDisplayed()) running.onProgress = showProgress;
  // A file system each: the working directory is state of its own.
  const auto extract = [reading](const CompileCommand& command) {
    return extractTu(command, reading, llvm::vfs::createPhysicalFileSystem());
  };
  return extractAll(project.commands, extract, running);
}

class Stopwatch {
 public:
  explicit Stopwatch(std::vector<PassTime>& times) : times_(times) {}

  void lap(std::string pass) {
    const auto now = std::chrono::steady_clock::now();
    times_.push_back({std::move(pass), now - start_});
    start_ = now;
  }

 private:
  std::vector<PassTime>& times_;
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

}  // namespace

Result<std::unique_ptr<Analysis>> analyzeProject(const ProjectOptions& options) {
  auto analysis = std::make_unique<Analysis>();
  Stopwatch stopwatch(analysis->times);
  Result<LoadedProject> loaded = loadProject(options);
  if (!loaded) return Error(loaded.error());
  analysis->sourceRoot = sourceRootOf(options, loaded->project.roots);
  for (std::string& problem : loaded->problems) problem = withRelativePaths(std::move(problem), analysis->sourceRoot);
  stopwatch.lap("load");

  Result<Extraction> extraction = extractProject(loaded->project, options);
  if (!extraction) return Error(extraction.error());
  stopwatch.lap("extract");

  analysis->program.emplace(linkProgram(std::move(extraction->summaries), analysis->ddi));
  stopwatch.lap("link");

  analysis->analyzed.emplace(analyse(*analysis->program));
  stopwatch.lap("analyse");

  analysis->coverage = coverageOf(*analysis->analyzed, extraction->failed, loaded->problems);
  return analysis;
}

Report check(Analysis& analysis, bool includePossible) {
  Stopwatch stopwatch(analysis.times);
  Report report;
  report.toolVersion = IRQLINT_VERSION;
  report.sourceRoot = analysis.sourceRoot;
  report.rules = allRules();
  report.findings = runRules(*analysis.analyzed, {.includePossible = includePossible});
  report.coverage = analysis.coverage;
  stopwatch.lap("check");
  return report;
}

std::string withRelativePaths(std::string text, const std::string& sourceRoot) {
  if (sourceRoot.empty()) return text;
  const std::string prefix = sourceRoot.ends_with('/') ? sourceRoot : sourceRoot + "/";
  for (std::size_t at = text.find(prefix); at != std::string::npos; at = text.find(prefix, at))
    text.erase(at, prefix.size());
  return text;
}

}  // namespace irqlint
