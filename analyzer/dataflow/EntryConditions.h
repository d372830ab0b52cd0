// What a function's arguments tell of the level at which the system enters it.
#pragma once

#include <vector>

#include "analyzer/dataflow/AbstractState.h"
#include "analyzer/link/Program.h"

namespace irqlint {

// What is known of the arguments of a callback of `role` that the system enters at `level`, sorted by term: conditions
// of the role's contract that demand another level do not hold (an NDIS send without NDIS_SEND_FLAGS_DISPATCH_LEVEL may
// come at any level, one with it only at DISPATCH_LEVEL).
std::vector<Fact> factsAtEntry(const Contract& role, Irql level, const Program& program, Terms& terms);

}  // namespace irqlint
