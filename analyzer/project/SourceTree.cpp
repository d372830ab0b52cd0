#include "analyzer/project/SourceTree.h"

#include <algorithm>

#include <llvm/ADT/StringRef.h>
#include <llvm/Support/Path.h>

#include "analyzer/project/ArgumentFilter.h"
#include "analyzer/project/Paths.h"

namespace irqlint {
namespace {

constexpr std::size_t kMaxFolders = 50'000;
constexpr std::size_t kMaxFiles = 500'000;

bool isToolFolder(llvm::StringRef name) {
  return name.starts_with(".") || name.equals_insensitive("node_modules") || name.equals_insensitive("packages");
}

bool isHeaderName(llvm::StringRef extension) {
  for (const char* known : {".h", ".hpp", ".hh", ".hxx", ".inl", ".inc"})
    if (extension.equals_insensitive(known)) return true;
  return false;
}

void sortInto(SourceTree& tree, const std::string& name, const std::string& folder) {
  const llvm::StringRef extension = llvm::sys::path::extension(name);
  const auto path = [&] { return normalizedPath(name, folder); };
  if (isSourceName(name))
    tree.sources.push_back(path());
  else if (isHeaderName(extension))
    tree.headers.push_back(path());
  else if (extension.equals_insensitive(".vcxproj"))
    tree.projects.push_back(path());
  else if (extension.equals_insensitive(".sln") || extension.equals_insensitive(".slnx"))
    tree.solutions.push_back(path());
  else if (llvm::StringRef(name).equals_insensitive("sources"))
    tree.buildFiles.push_back(path());
  else if (extension.ends_with_insensitive("proj"))
    tree.otherProjects.push_back(path());
}

}  // namespace

SourceTree walkSourceTree(const std::string& folder, FileFinder& files) {
  SourceTree tree;
  std::vector<std::string> pending{folder};
  std::size_t folders = 0;
  std::size_t fileCount = 0;
  while (!pending.empty()) {
    const std::string at = std::move(pending.back());
    pending.pop_back();
    const FolderListing& listing = files.list(at);
    fileCount += listing.files.size();
    if (++folders > kMaxFolders || fileCount > kMaxFiles) {
      tree.isComplete = false;
      break;
    }
    for (const std::string& name : listing.files) sortInto(tree, name, at);
    for (const std::string& name : listing.folders)
      if (!isToolFolder(name)) pending.push_back(normalizedPath(name, at));
  }
  for (auto* list :
       {&tree.solutions, &tree.projects, &tree.otherProjects, &tree.buildFiles, &tree.sources, &tree.headers})
    std::sort(list->begin(), list->end());
  return tree;
}

std::string repositoryOf(const std::string& folder, FileFinder& files) {
  for (std::string at = folder; parentPath(at) != at; at = parentPath(at)) {
    // A submodule has a file of that name: it is part of the repository around it.
    for (const char* name : {".git", ".hg", ".svn"})
      if (files.findFolder(normalizedPath(name, at))) return at;
  }
  return "";
}

}  // namespace irqlint
