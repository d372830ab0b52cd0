// The first two steps of linking: resolve which summaries speak of the same thing, and patch all ids to be
// program-wide.
#pragma once

#include <vector>

#include "analyzer/link/Program.h"

namespace irqlint {

// Fills the tables of `program` from `summaries`, which are consumed.
void mergeSummaries(std::vector<TuSummary> summaries, Program& program);

}  // namespace irqlint
