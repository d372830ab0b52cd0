// What a unit includes before anything else, of what is not the project's.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <clang/Frontend/CompilerInstance.h>

#include "analyzer/frontend/ExtractTu.h"

namespace irqlint {

// One line of what comes first: an include of a foreign header, or a #define or #undef of the project that such headers
// see.
struct LeadingLine {
  std::string text;   // a directive, without the line's end
  std::string path;   // of the header, as it was found; "" for a macro's
  std::string macro;  // the name that is defined or not any more; "" for an include

  friend auto operator<=>(const LeadingLine&, const LeadingLine&) = default;
};

// Whether a macro that a condition of the project names is defined.
struct MacroCondition {
  std::string macro;
  bool isDefined = false;

  friend auto operator<=>(const MacroCondition&, const MacroCondition&) = default;
};

struct LeadingIncludes {
  // Ends in an include, or is empty.
  std::vector<LeadingLine> lines;
  // On what it depends that these are the lines. Foreign headers must change nothing of it.
  std::vector<MacroCondition> conditions;
};

// Follows the project's own headers up to the first thing that is no include, definition, comment, condition or pragma
// without an effect on foreign headers. Foreign headers are not read. `compiler` comes from createCompiler() and
// is used up. Nothing is found in a unit with forced includes.
LeadingIncludes leadingIncludes(clang::CompilerInstance& compiler, const ExtractOptions& options);

}  // namespace irqlint
