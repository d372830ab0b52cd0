#include "analyzer/project/Glob.h"

#include <algorithm>

#include <llvm/ADT/SmallVector.h>
#include <llvm/ADT/StringExtras.h>
#include <llvm/ADT/StringRef.h>

#include "analyzer/project/Paths.h"

namespace irqlint {
namespace {

constexpr std::size_t kMaxFolders = 20'000;
constexpr std::size_t kMaxFiles = 50'000;

// One path component: "*" and "?" match within it. Backs up to the last star only, so it takes at most quadratic time.
bool matchesName(llvm::StringRef name, llvm::StringRef pattern) {
  std::size_t at = 0;
  std::size_t in = 0;
  std::size_t star = llvm::StringRef::npos;
  std::size_t resume = 0;
  while (at < name.size()) {
    if (in < pattern.size() && pattern[in] == '*') {
      star = in++;
      resume = at;
    } else if (in < pattern.size() && (pattern[in] == '?' || llvm::toLower(pattern[in]) == llvm::toLower(name[at]))) {
      ++in;
      ++at;
    } else if (star != llvm::StringRef::npos) {
      in = star + 1;
      at = ++resume;
    } else {
      return false;
    }
  }
  // "*.*" names files without an extension too.
  return pattern.drop_front(in).ltrim('*').empty() || pattern == "*.*";
}

using Parts = llvm::SmallVector<llvm::StringRef, 16>;

Parts partsOf(llvm::StringRef path) {
  Parts parts;
  path.split(parts, '/', -1, /*KeepEmpty=*/false);
  // "**/**" says no more than "**".
  parts.erase(std::unique(parts.begin(), parts.end(), [](auto a, auto b) { return a == "**" && b == "**"; }),
              parts.end());
  return parts;
}

// Row by row, so that many "**" take no more than parts times parts steps.
bool matchesParts(const Parts& path, const Parts& pattern) {
  std::vector<bool> reached(path.size() + 1);
  reached[0] = true;
  for (const llvm::StringRef part : pattern) {
    std::vector<bool> next(path.size() + 1);
    if (part == "**") {
      bool seen = false;
      for (std::size_t i = 0; i <= path.size(); ++i) next[i] = seen = seen || reached[i];
    } else {
      for (std::size_t i = 0; i < path.size(); ++i) next[i + 1] = reached[i] && matchesName(path[i], part);
    }
    reached = std::move(next);
  }
  return reached.back();
}

class GlobWalk {
 public:
  GlobWalk(const std::string& pattern, FileFinder& files) : pattern_(partsOf(pattern)), files_(files) {
    isDeep_ = std::find(pattern_.begin(), pattern_.end(), "**") != pattern_.end();
  }

  // Folders deeper than the pattern reaches are not entered.
  Result<std::vector<std::string>> walk(const std::string& start) {
    std::vector<std::string> pending{start};
    while (!pending.empty()) {
      const std::string folder = std::move(pending.back());
      pending.pop_back();
      if (++folders_ > kMaxFolders) return Error("names more than " + std::to_string(kMaxFolders) + " folders");
      const FolderListing& listing = files_.list(folder);
      for (const std::string& name : listing.files) {
        std::string path = normalizedPath(name, folder);
        if (matchesParts(partsOf(path), pattern_)) found_.push_back(std::move(path));
      }
      if (found_.size() > kMaxFiles) return Error("names more than " + std::to_string(kMaxFiles) + " files");
      if (!isDeep_ && partsOf(folder).size() + 1 >= pattern_.size()) continue;
      for (const std::string& name : listing.folders) pending.push_back(normalizedPath(name, folder));
    }
    std::sort(found_.begin(), found_.end());
    return std::move(found_);
  }

 private:
  const Parts pattern_;
  FileFinder& files_;
  bool isDeep_ = false;
  std::size_t folders_ = 0;
  std::vector<std::string> found_;
};

}  // namespace

bool hasWildcard(std::string_view pattern) { return pattern.find_first_of("*?") != std::string_view::npos; }

bool matchesGlob(std::string_view path, std::string_view pattern) {
  return matchesParts(partsOf(path), partsOf(pattern));
}

Result<std::vector<std::string>> expandGlob(const std::string& pattern, FileFinder& files) {
  const std::size_t wildcard = pattern.find_first_of("*?");
  const std::string fixed = parentPath(pattern.substr(0, wildcard) + "x");
  const auto start = files.findFolder(fixed);
  if (!start) return std::vector<std::string>();
  const std::string spelled =
      *start + (start->ends_with('/') ? "" : "/") + llvm::StringRef(pattern).drop_front(fixed.size()).ltrim('/').str();
  return GlobWalk(spelled, files).walk(*start);
}

}  // namespace irqlint
