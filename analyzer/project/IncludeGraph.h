// Which file includes which, found by name alone: no macro is expanded, every branch of an #if counts.
#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <llvm/ADT/StringMap.h>
#include <llvm/ADT/StringRef.h>

#include "analyzer/project/FileFinder.h"

namespace irqlint {

// The names that `text` includes, as written but with forward slashes.
std::vector<std::string> includedNames(llvm::StringRef text);

class IncludeGraph {
 public:
  // `headers` are the files that may be included, in this tree.
  IncludeGraph(const std::vector<std::string>& headers, FileFinder& files);

  // What one source reaches.
  struct Reach {
    // Names, lower-case, of what is not in the tree ("ntddk.h", "windows.h"), with the fewest includes that lead there.
    std::map<std::string, std::size_t> outside;
    std::set<std::string> folders;  // that must be on the include path for the rest to be found
  };

  Reach reach(const std::string& source);

 private:
  // One include of a file: where it leads, and what the include path must have for that.
  struct Edge {
    std::string target;  // "" if it leads out of the tree
    std::string outside;
    std::string folder;  // "" if the target lies beside the includer
  };

  const std::vector<Edge>& edgesOf(const std::string& file);
  Edge resolve(const std::string& includer, const std::string& name);

  FileFinder& files_;
  llvm::StringMap<std::vector<std::string>> byName_;  // lower-case file name -> headers
  std::map<std::string, std::vector<Edge>> edges_;
};

}  // namespace irqlint
