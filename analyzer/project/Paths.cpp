#include "analyzer/project/Paths.h"

#include <algorithm>
#include <cctype>
#include <iterator>

#include <llvm/ADT/SmallString.h>
#include <llvm/ADT/StringRef.h>
#include <llvm/Support/Path.h>

namespace irqlint {
namespace {

namespace path = llvm::sys::path;
constexpr auto kWindows = path::Style::windows_slash;  // reads both separators, drive letters and UNC names

bool isAbsolute(llvm::StringRef name) {
  return path::is_absolute(name, path::Style::posix) || path::is_absolute(name, kWindows);
}

// The folder that a build folder ("build", "out/build/x64", "cmake-build-debug") was made in, if `folder` is one.
std::string projectOfBuildFolder(std::string_view folder) {
  std::string project;
  for (std::string at(folder); parentPath(at) != at; at = parentPath(at)) {
    const llvm::StringRef name = path::filename(at, kWindows);
    const bool isBuild = name.equals_insensitive("build") || name.equals_insensitive("out") ||
                         name.equals_insensitive("bin") || name.equals_insensitive("obj") ||
                         name.starts_with_insensitive("cmake-build-");
    if (isBuild) project = parentPath(at);
  }
  return project;
}

bool isRoot(std::string_view folder) { return parentPath(folder) == folder; }

}  // namespace

std::string normalizedPath(std::string_view name, std::string_view base) {
  llvm::SmallString<256> full;
  if (!isAbsolute(name) && !base.empty()) full = llvm::StringRef(base);
  path::append(full, kWindows, name);
  path::native(full, kWindows);
  path::remove_dots(full, /*remove_dot_dot=*/true, kWindows);
  if (full.size() > 1 && full.back() == '/' && path::root_path(full, kWindows) != full) full.pop_back();
  if (full.size() > 1 && full[1] == ':') full[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(full[0])));
  return std::string(full);
}

std::string parentPath(std::string_view name) {
  const llvm::StringRef parent = path::parent_path(name, kWindows);
  return parent.empty() ? std::string(name) : parent.str();
}

bool isWithin(std::string_view name, std::string_view folder) {
  if (!name.starts_with(folder)) return false;
  return name.size() == folder.size() || folder.ends_with('/') || name[folder.size()] == '/';
}

std::string commonFolder(const std::vector<std::string>& paths) {
  if (paths.empty()) return "";
  std::string folder = parentPath(paths.front());
  for (const std::string& name : paths) {
    while (!isWithin(name, folder) && !isRoot(folder)) folder = parentPath(folder);
    if (!isWithin(name, folder)) return "";
  }
  return isRoot(folder) ? "" : folder;
}

std::vector<std::string> projectRoots(const std::vector<CompileCommand>& commands, std::string_view databaseFolder) {
  std::vector<std::string> files;
  for (const CompileCommand& command : commands) files.push_back(command.file);
  const std::string common = commonFolder(files);
  if (!common.empty()) {
    for (const std::string& wider : {std::string(databaseFolder), projectOfBuildFolder(databaseFolder)}) {
      if (!wider.empty() && !isRoot(wider) && isWithin(common, wider)) return {wider};
    }
    return {common};
  }
  std::vector<std::string> folders;
  std::transform(files.begin(), files.end(), std::back_inserter(folders),
                 [](const auto& file) { return parentPath(file); });
  std::sort(folders.begin(), folders.end());
  std::vector<std::string> roots;
  for (std::string& folder : folders) {
    const bool covered =
        std::any_of(roots.begin(), roots.end(), [&](const auto& root) { return isWithin(folder, root); });
    if (!covered) roots.push_back(std::move(folder));
  }
  return roots;
}

}  // namespace irqlint
