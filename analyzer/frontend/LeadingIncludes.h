// What a unit includes before anything else, of what is not the project's.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <clang/Frontend/CompilerInstance.h>

#include "analyzer/frontend/ExtractTu.h"

namespace irqlint {

// One line of what comes first: an include of a foreign header, or a definition of the project that such headers see.
struct LeadingLine {
  std::string text;   // a directive, without the line's end
  std::string path;   // of the header, as it was found; "" for a definition
  std::string macro;  // the name that is defined; "" for an include

  friend auto operator<=>(const LeadingLine&, const LeadingLine&) = default;
};

struct LeadingIncludes {
  // Ends in an include, or is empty.
  std::vector<LeadingLine> lines;
  // Include guards of project headers that hold some of the lines: they must not be defined after them.
  std::vector<std::string> guards;
};

// Follows the project's own headers up to the first thing that is no include, definition, comment, include guard or
// pragma without an effect on foreign headers. Foreign headers are not read. `compiler` comes from createCompiler() and
// is used up. Nothing is found in a unit with forced includes.
LeadingIncludes leadingIncludes(clang::CompilerInstance& compiler, const ExtractOptions& options);

}  // namespace irqlint
