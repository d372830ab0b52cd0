// What the rules about allocations share.
#pragma once

#include <functional>
#include <string>

#include "rules/Rule.h"

namespace irqlint {

// Reports the allocations that `wanted` selects, all of one allocator as one finding at the first, with the others as
// related locations: who mends one looks at all. In the message {0} is the allocator; how many more there are follows.
void reportByAllocator(const AnalyzedProgram& program, const std::function<bool(const AllocationSite&)>& wanted,
                       const std::string& messageTemplate, const std::string& help, FindingSink& sink);

}  // namespace irqlint
