#include "analyzer/frontend/ProjectFiles.h"

#include <algorithm>

#include <clang/Basic/FileManager.h>
#include <llvm/ADT/SmallString.h>
#include <llvm/Support/Path.h>

namespace irqlint {
namespace {

bool isBelow(llvm::StringRef path, llvm::StringRef folder) {
  return !folder.empty() && path.consume_front_insensitive(folder.rtrim('/')) && path.starts_with("/");
}

}  // namespace

std::string pathOfFile(const clang::SourceManager& sources, clang::FileID file) {
  const clang::OptionalFileEntryRef entry = sources.getFileEntryRefForID(file);
  if (!entry) return {};
  llvm::SmallString<256> path(entry->getName());
  sources.getFileManager().makeAbsolutePath(path);
  llvm::sys::path::remove_dots(path, /*remove_dot_dot=*/true);
  return llvm::sys::path::convert_to_slash(path);
}

bool isProjectFile(const clang::SourceManager& sources, clang::FileID file, const ExtractOptions& options) {
  const std::string path = pathOfFile(sources, file);
  const bool isSystem = clang::SrcMgr::isSystem(sources.getFileCharacteristic(sources.getLocForStartOfFile(file)));
  const std::vector<std::string>& roots = options.projectRoots;
  return !path.empty() && !isSystem && !isBelow(path, options.headerKit) &&
         std::any_of(roots.begin(), roots.end(), [&](const auto& root) { return isBelow(path, root); });
}

}  // namespace irqlint
