// Functions that code which is not seen may call, because it is given their addresses.
#pragma once

#include <vector>

#include "analyzer/link/FunctionPointers.h"
#include "analyzer/link/Program.h"

namespace irqlint {

// The functions whose addresses are stored to members of the system's own records (an interface that other drivers ask
// for), or lie in tables of which such code gets a copy or the address, and that are no entry points of a known role;
// sorted. `program`'s entry points must be found.
std::vector<FunctionRef> findHandedOut(const Program& program, FunctionPointers& pointers);

}  // namespace irqlint
