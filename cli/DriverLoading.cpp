#include "cli/DriverLoading.h"

#include <algorithm>
#include <optional>

#include <llvm/Support/FileSystem.h>
#include <llvm/Support/VirtualFileSystem.h>

#include "analyzer/project/CompileCommands.h"
#include "analyzer/project/Paths.h"
#include "analyzer/project/ProjectReader.h"

namespace irqlint {
namespace {

constexpr const char* kDatabaseName = "compile_commands.json";

// The database of `folder` or of its nearest parent that has one.
std::optional<std::string> findDatabase(const std::string& folder) {
  for (std::string at = folder;; at = parentPath(at)) {
    std::string database = normalizedPath(kDatabaseName, at);
    if (llvm::sys::fs::exists(database)) return database;
    if (parentPath(at) == at) return std::nullopt;
  }
}

// The commands of the units that `paths` names.
Result<std::vector<CompileCommand>> selectUnits(std::vector<CompileCommand> commands,
                                                const std::vector<std::string>& paths) {
  if (paths.empty()) return commands;
  std::vector<bool> selected(commands.size());
  for (const std::string& path : paths) {
    bool found = false;
    for (std::size_t i = 0; i < commands.size(); ++i) {
      if (!isWithin(commands[i].file, path)) continue;
      selected[i] = true;
      found = true;
    }
    if (!found) return Error("'" + path + "' is no unit of the project and no folder of units");
  }
  std::vector<CompileCommand> chosen;
  for (std::size_t i = 0; i < commands.size(); ++i) {
    if (selected[i]) chosen.push_back(std::move(commands[i]));
  }
  return chosen;
}

// The units of a database are taken for one driver.
Result<DriverSet> loadDatabase(const std::string& database, const std::vector<std::string>& paths,
                               llvm::vfs::FileSystem& disk) {
  Result<CompileCommandsFile> file = readCompileCommands(database, disk);
  if (!file) return Error(file.error());
  if (file->commands.empty()) return Error("no C or C++ unit in it").within(database);
  DriverSet set;
  set.problems = std::move(file->problems);
  set.roots = projectRoots(file->commands, parentPath(database));
  Result<std::vector<CompileCommand>> commands = selectUnits(std::move(file->commands), paths);
  if (!commands) return Error(commands.error());
  const std::string folder = parentPath(database);
  set.drivers.push_back(
      {folder.substr(folder.rfind('/') + 1), database, "units of a compilation database", *std::move(commands), {}});
  return set;
}

// The database to read for these paths, where the user names none: one that lies in the only folder named, or upwards
// of the working directory if all that is named is in it.
std::optional<Result<DriverSet>> impliedDatabase(const std::string& here, const std::vector<std::string>& paths,
                                                 llvm::vfs::FileSystem& disk) {
  if (std::any_of(paths.begin(), paths.end(), [](const auto& path) { return isProjectFile(path); }))
    return std::nullopt;
  if (paths.size() == 1) {
    const std::string inside = normalizedPath(kDatabaseName, paths.front());
    if (llvm::sys::fs::exists(inside)) return loadDatabase(inside, {}, disk);
  }
  const auto database = findDatabase(here);
  if (!database) return std::nullopt;
  Result<DriverSet> set = loadDatabase(*database, paths, disk);
  if (!set && !paths.empty()) return std::nullopt;
  return set;
}

}  // namespace

std::string workingDirectory() {
  llvm::SmallString<256> path;
  if (llvm::sys::fs::current_path(path)) return "";
  return normalizedPath(path.str(), "");
}

Result<DriverSet> loadDrivers(const ProjectOptions& options) {
  const std::string here = workingDirectory();
  const auto disk = llvm::vfs::createPhysicalFileSystem();
  std::vector<std::string> paths = options.paths;
  for (std::string& path : paths) path = normalizedPath(path, here);
  if (!options.database.empty()) {
    std::string database = normalizedPath(options.database, here);
    if (llvm::sys::fs::is_directory(database)) database = normalizedPath(kDatabaseName, database);
    return loadDatabase(database, paths, *disk);
  }
  if (auto set = impliedDatabase(here, paths, *disk)) return *std::move(set);
  if (paths.empty()) paths.push_back(here);
  ReadOptions reading{.choice = options.choice};
  if (!options.wdk.empty()) reading.wdk = normalizedPath(options.wdk, here);
  return readProjects(paths, reading, *disk);
}

std::string sourceRootOf(const ProjectOptions& options, const std::vector<std::string>& roots) {
  std::string here = workingDirectory();
  if (!options.sourceRoot.empty()) return normalizedPath(options.sourceRoot, here);
  const auto holds = [&](const std::string& root) { return isWithin(root, here); };
  if (parentPath(here) != here && std::all_of(roots.begin(), roots.end(), holds)) return here;
  return roots.size() == 1 ? roots.front() : commonFolder(roots);
}

std::string withRelativePaths(std::string text, const std::string& sourceRoot) {
  if (sourceRoot.empty()) return text;
  const std::string prefix = sourceRoot.ends_with('/') ? sourceRoot : sourceRoot + "/";
  for (std::size_t at = text.find(prefix); at != std::string::npos; at = text.find(prefix, at))
    text.erase(at, prefix.size());
  return text;
}

}  // namespace irqlint
