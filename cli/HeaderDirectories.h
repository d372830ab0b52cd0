// Where the headers are that a unit's own commands do not name.
#pragma once

#include <string>
#include <vector>

#include "analyzer/support/Result.h"
#include "cli/Options.h"

namespace irqlint {

// The tool's own headers: as given, else beside the running program.
Result<std::string> headerKit(const ProjectOptions& options);

// The kernel headers to fall back on, as given, else of a mingw-w64 that is installed; none if not wanted.
Result<std::vector<std::string>> fallbackHeaders(const ProjectOptions& options);

}  // namespace irqlint
