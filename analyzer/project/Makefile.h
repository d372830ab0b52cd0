// The makefile language of the old WDK's build files: macros, continuation lines, !IF and !INCLUDE.
#pragma once

#include <string>
#include <vector>

#include "analyzer/project/FileFinder.h"
#include "analyzer/project/PropertyMap.h"
#include "analyzer/support/Result.h"

namespace irqlint {

// The macros of a build file when all of it is read; names in any case, as nmake takes them in practice.
struct Makefile {
  PropertyMap macros;  // unexpanded, as nmake keeps them
  std::vector<std::string> problems;

  // The value of a macro, expanded; "" if there is none.
  std::string expanded(std::string_view name) const;
};

// Reads `file` with `predefined` macros. Rules and commands are passed over. Fails if the file cannot be read.
Result<Makefile> readMakefile(const std::string& file, const PropertyMap& predefined, FileFinder& files);

}  // namespace irqlint
