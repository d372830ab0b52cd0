// The user's own contracts.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analyzer/ddi/DdiDatabase.h"
#include "analyzer/support/Result.h"

namespace irqlint {

// Lays the files over what `ddi` knows, in their order. The error names file, line, column, field and reason.
std::optional<Error> addContracts(const std::vector<std::string>& files, DdiDatabase& ddi);

}  // namespace irqlint
