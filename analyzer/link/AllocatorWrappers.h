// Functions that hand out memory which they allocate, by themselves or by another such function.
#pragma once

#include <vector>

#include "analyzer/link/Program.h"

namespace irqlint {

// By function: true if it returns what it allocates, or stores it where a parameter points to. `program`'s calls must
// be resolved.
std::vector<bool> findAllocatorWrappers(const Program& program);

}  // namespace irqlint
