// The analysis in steps that a build system runs: `irqlint plan` and `irqlint extract`.
#pragma once

#include <optional>

#include "analyzer/support/Result.h"
#include "cli/Options.h"

namespace irqlint {

// Writes the Ninja graph, and beside it a plan and a description of each unit. Files that would say the same stay as
// they are, times included.
std::optional<Error> runPlan(const PlanOptions& options);

// Reads one unit. One that cannot be read, crashes or takes too long is no error: what is written says so, and what
// links it reports it. A file that would say the same stays as it is.
std::optional<Error> runExtract(const ExtractCommandOptions& options);

}  // namespace irqlint
