// Whether the indices of a summary lead somewhere, so that no later stage need check them.
#pragma once

#include <optional>

#include "analyzer/model/TuSummary.h"
#include "analyzer/support/Result.h"

namespace irqlint {

// The first index or count that is out of range, named by its field; nullopt if the summary is sound.
std::optional<Error> checkSummary(const TuSummary& summary);

}  // namespace irqlint
