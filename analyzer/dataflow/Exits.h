// What tells the ways out of a function apart.
#pragma once

#include "analyzer/dataflow/AbstractState.h"

namespace irqlint {

// True if a caller can tell by what it gets back that it left `restored` with what it was entered with, and `raised`
// with more, a raised level or a lock. A function may hand out a lock when it succeeds; one that keeps it when it fails
// has forgotten it. With `byMemory`, what is known of the memory at both counts as well as the result.
bool distinguishable(const AbstractState& restored, const AbstractState& raised, bool byMemory);

}  // namespace irqlint
