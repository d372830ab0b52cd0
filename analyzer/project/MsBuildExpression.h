// The expressions of MSBuild: $(Property), $(Property.Method()), $([Type]::Function()), %(Metadata), @(Items).
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/project/FileFinder.h"
#include "analyzer/project/PropertyMap.h"
#include "analyzer/support/Result.h"

namespace irqlint {

struct MsBuildItem {
  std::string include;  // as the project names it
  PropertyMap metadata;
};

using ItemLists = std::map<std::string, std::vector<MsBuildItem>, CaseInsensitiveLess>;

// What an expression may refer to.
struct ExpressionScope {
  const PropertyMap& properties;
  FileFinder& files;
  std::string projectFolder;              // what relative paths are relative to
  std::string currentFile;                // the file that holds the expression
  const PropertyMap* metadata = nullptr;  // of the item at hand
  const ItemLists* items = nullptr;
  std::size_t* budget = nullptr;  // characters that may still be written; none: no bound but that of one expression
};

// `text` with its expressions evaluated. What is not known is empty, as in MSBuild; an error is what MSBuild would
// refuse, or an expression that grows without bound.
Result<std::string> expandExpressions(std::string_view text, const ExpressionScope& scope);

// The end of the "(...)" that starts at `open`, past its ")"; npos if it does not end. Quoted text may hold anything.
std::size_t endOfParentheses(std::string_view text, std::size_t open);

// "%3B" -> ";" and so on.
std::string unescaped(std::string_view text);

// The parts of a list, "a;b;;c", trimmed, none empty, unescaped.
std::vector<std::string> splitList(std::string_view text);

// An item's metadata, its own or what its name says: Filename, FullPath, ...
std::string itemMetadata(const MsBuildItem& item, std::string_view name, const std::string& projectFolder);

}  // namespace irqlint
