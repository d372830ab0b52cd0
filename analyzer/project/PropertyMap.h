// Names and values as MSBuild keeps them.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include <llvm/ADT/StringRef.h>

namespace irqlint {

struct CaseInsensitiveLess {
  using is_transparent = void;
  bool operator()(llvm::StringRef a, llvm::StringRef b) const { return a.compare_insensitive(b) < 0; }
};

// Properties of a project, or metadata of an item: names in any case.
using PropertyMap = std::map<std::string, std::string, CaseInsensitiveLess>;

// The value of `name`; "" if there is none, which MSBuild holds to be the same.
inline std::string valueOf(const PropertyMap& properties, std::string_view name) {
  const auto found = properties.find(llvm::StringRef(name));
  return found == properties.end() ? std::string() : found->second;
}

}  // namespace irqlint
